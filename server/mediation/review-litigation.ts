import { and, eq } from 'drizzle-orm';
import { party as partyTable } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';

/**
 * The mediator has examined what a party declared and lets the case go on, with reasons sent to that party (Ch 9 [C],
 * effect [I]). To stop instead, there is ending without agreement.
 * @throws Problem `reasons-missing`, `not-found`, `wrong-state`, `acted-first` when nothing waits to be examined
 */
export async function reviewLitigation(core: Core, session: Session, caseId: string, { party, reasons }: { party: string; reasons: string }): Promise<{ litigation: 'reviewed' }> {
  return performDeed(core, session, caseId, {
    act: 'review-litigation',
    guards: async () => ({ 'reasons-given': reasons.trim() !== '' }),
    creates: (view) => (compartmentOf(view, 'identity', party) && !compartmentOf(view, 'letters', party) ? [{ kind: 'letters', subject: party }] : []),
    change: async ({ tx, write }) => {
      const [row] = await tx.select().from(partyTable).where(and(eq(partyTable.caseId, caseId), eq(partyTable.id, party)));
      if (!row) throw new Problem('not-found');
      if (row.litigation !== 'declared') throw new Problem('acted-first');
      await tx.update(partyTable).set({ litigation: 'reviewed' }).where(eq(partyTable.id, party));
      await write({ kind: 'letters', subject: party }, 'litigation-review', reasons);

      return { litigation: 'reviewed' };
    },
  });
}
