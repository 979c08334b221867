import { and, eq, ne } from 'drizzle-orm';
import { party as partyTable } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { ownParty } from './own-party.ts';

/**
 * A party tells the mediator of a court action or a procedure, past or current (Ch 9 [C]). What it is belongs in their
 * account; here is only the fact, which the mediator reviews. Telling it again after a review changes nothing.
 * @throws Problem `not-found`, `wrong-state`
 */
export async function declareLitigation(core: Core, session: Session, caseId: string, wanted?: string): Promise<{ litigation: 'declared' | 'reviewed' }> {
  return performDeed(core, session, caseId, {
    act: 'declare-litigation',
    writesOnly: true,
    change: async ({ tx, view }) => {
      const party = ownParty(view, session.person, wanted);
      await tx.update(partyTable).set({ litigation: 'declared' }).where(and(eq(partyTable.id, party), ne(partyTable.litigation, 'reviewed')));
      const [row] = await tx.select({ litigation: partyTable.litigation }).from(partyTable).where(eq(partyTable.id, party));

      return { litigation: row?.litigation === 'reviewed' ? 'reviewed' : 'declared' };
    },
  });
}
