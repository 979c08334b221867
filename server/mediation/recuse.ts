import { randomUUID } from 'node:crypto';
import type { HeldStanding } from '../../policies/access.ts';
import type { Core, Session } from '../core.ts';
import { idBytes } from '../vault/bytes.ts';
import { performDeed } from './deed.ts';
import type { CaseView } from './keys/view.ts';
import { leaveCase, notesReadableUntil } from './leave-case.ts';

/**
 * Somebody in office leaves a case for good, and says no more than that. Every place they had in it ends; it goes through
 * even where one holder remains, and an alarm is journaled (design 4). Whoever was in charge hands their keys on to those
 * of the office who may take charge.
 * @throws Problem `not-found` for whoever is not in office in this case
 */
export async function recuse(core: Core, session: Session, caseId: string): Promise<{ recusedAt: string }> {
  const act = { id: randomUUID(), kind: 'recuse' as const, subject: idBytes(session.person) };

  return performDeed(core, session, caseId, {
    act: 'recuse',
    signs: [act],
    mayLeaveOne: true,
    after: (view) => standingsWithout(view, session.person),
    change: async ({ tx, now }) => {
      await leaveCase(tx, { caseId, person: session.person, actId: act.id, now, notesUntil: notesReadableUntil(now) });

      return { recusedAt: now.toISOString() };
    },
  });
}

/** One stays a party if one is, and keeps one's notes for a while. With nobody in charge, the office's keys serve again. */
function standingsWithout(view: CaseView, leaver: string): HeldStanding[] {
  const staying = view.standings.filter(({ person, standing }) => person !== leaver || standing === 'party' || standing === 'former-party' || standing === 'requester' || standing === 'self');
  if (view.row.inCharge !== leaver) return staying;

  return [...staying.filter(({ standing }) => standing !== 'stand-in' && standing !== 'successor'), ...staying.flatMap((held) => intake(held))];
}

function intake({ person, standing, since }: HeldStanding): HeldStanding[] {
  if (standing !== 'presiding' && standing !== 'secretary') return [];
  const uses = standing === 'presiding' ? (['register', 'request'] as const) : (['register'] as const);

  return uses.map((use) => ({ person, standing: use, subject: null, since }));
}
