import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { challenge as challengeTable, compartment, designation, party as partyTable } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { performDeed } from './deed.ts';
import { notesReadableUntil } from './leave-case.ts';
import { ownParty } from './own-party.ts';
import { meetDeadline } from './start-deadline.ts';

/**
 * A party challenges one delegate before entering the process, once per case and tier, and gives no reason (Ch 9 [C]).
 * The designation ends and its keys go; the former delegate reads their own notes for thirty more days.
 * @throws Problem `not-found` (also for somebody who is no delegate), `wrong-state`, `challenge-used`
 */
export async function challenge(core: Core, session: Session, caseId: string, { delegate, party: wanted }: { delegate: string; party?: string }): Promise<{ state: 'consented' }> {
  const act = { id: randomUUID(), kind: 'challenge' as const, subject: idBytes(delegate) };

  return performDeed(core, session, caseId, {
    act: 'challenge',
    guards: async (tx, view) => ({ 'challenge-unused': view.standings.some(({ person, standing }) => person === session.person && standing === 'party') && (await mayChallenge(tx, caseId, ownParty(view, session.person, wanted))) }),
    signs: [act],
    mayLeaveOne: true,
    after: (view) => view.standings.filter(({ person, standing }) => person !== delegate || standing !== 'delegate'),
    change: async ({ tx, view, now, move }) => {
      const partyId = ownParty(view, session.person, wanted);
      const [live] = await tx.select().from(designation).where(and(eq(designation.caseId, caseId), eq(designation.personId, delegate), isNull(designation.endedAt)));
      if (!live) throw new Problem('not-found');

      await tx.insert(challengeTable).values({ caseId, partyId, designationId: live.id, actId: act.id, at: now });
      await tx.update(designation).set({ endedAt: now, endReason: 'challenged' }).where(eq(designation.id, live.id));
      if (view.row.inCharge !== delegate) {
        await tx.update(compartment).set({ readableUntil: notesReadableUntil(now) }).where(and(eq(compartment.caseId, caseId), eq(compartment.kind, 'notes'), eq(compartment.subject, delegate)));
      }
      await meetDeadline(tx, caseId, 'challenge', now);
      await move('consented');

      return { state: 'consented' };
    },
  });
}

/** Not yet used, and not given up. */
export async function mayChallenge(tx: Tx, caseId: string, partyId: string): Promise<boolean> {
  const [[used], [own]] = await Promise.all([
    tx.select().from(challengeTable).where(and(eq(challengeTable.caseId, caseId), eq(challengeTable.partyId, partyId))),
    tx.select().from(partyTable).where(eq(partyTable.id, partyId)),
  ]);

  return !used && own?.challengeWaivedAt === null;
}
