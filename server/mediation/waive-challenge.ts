import { eq } from 'drizzle-orm';
import { party as partyTable } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { mayChallenge } from './challenge.ts';
import { performDeed } from './deed.ts';
import { ownParty } from './own-party.ts';

/**
 * A party says they will not challenge the delegates designated: once all have, or have used their challenge, the
 * mediation may begin without waiting [I].
 * @throws Problem `not-found`, `wrong-state`, `challenge-used` when there is nothing left to waive
 */
export async function waiveChallenge(core: Core, session: Session, caseId: string, { party: wanted }: { party?: string } = {}): Promise<{ waivedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'waive-challenge',
    change: async ({ tx, view, now }) => {
      const partyId = ownParty(view, session.person, wanted);
      if (!(await mayChallenge(tx, caseId, partyId))) throw new Problem('challenge-used');
      await tx.update(partyTable).set({ challengeWaivedAt: now }).where(eq(partyTable.id, partyId));

      return { waivedAt: now.toISOString() };
    },
  });
}
