import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { caseFile, request } from '../../db/schema/index.ts';
import type { HeldStanding } from '../../policies/access.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { isAway } from './absences.ts';
import { performDeed } from './deed.ts';
import type { CaseView } from './keys/view.ts';
import { hasNoConflict } from './no-conflict.ts';

/**
 * A mediator, conciliator or deputy of the office takes charge (domain 9.3 [I]; required before any deed of the mediator).
 * The office's shared keys leave the case: the deed opens the next epochs by name.
 * @throws Problem `not-found`, `wrong-state`, `conflict-declared` for a party or somebody set aside, `acted-first`
 */
export async function takeCharge(core: Core, session: Session, caseId: string): Promise<{ inCharge: string }> {
  return performDeed(core, session, caseId, {
    act: 'take-charge',
    guards: async (tx, view) => ({
      'undertakings-valid': view.standings.some(({ person, standing }) => person === session.person && standing === 'presiding'),
      'no-conflict-declared': await hasNoConflict(tx, view, session.person),
      present: !(await isAway(tx, view.row.officeId, session.person, core.clock())),
    }),
    signs: [{ id: randomUUID(), kind: 'take-charge', subject: idBytes(session.person) }],
    after: (view) => [
      ...view.standings.filter(({ standing }) => !ended.includes(standing)),
      { person: session.person, standing: 'in-charge', subject: null, since: core.clock() },
      ...alternates(view, session.person),
    ],
    opensNext: true,
    change: async ({ tx, view, now }) => {
      // Whoever was in charge may have left the office since.
      if (view.standings.some(({ standing }) => standing === 'in-charge')) throw new Problem('acted-first');
      await tx.update(caseFile).set({ inCharge: session.person, chargedAt: now }).where(eq(caseFile.id, caseId));
      await tx.update(request).set({ takenAt: now }).where(and(eq(request.caseId, caseId), isNull(request.takenAt)));

      return { inCharge: session.person };
    },
  });
}

/** What ends for everybody when somebody takes charge: an institution then awaits the end, and who stands beside is computed anew. */
const ended: readonly Standing[] = ['register', 'request', 'referrer', 'alternate', 'stand-in', 'successor'];

/** A local scheme has no secretary: the colleague of whoever takes charge is the second holder of what only they would hold. */
export function alternates({ row, standings }: CaseView, inCharge: string): HeldStanding[] {
  if (row.tier !== 'local') return [];

  return standings.flatMap((held) => (held.standing === 'presiding' && held.person !== inCharge ? [{ ...held, standing: 'alternate' as const }] : []));
}
