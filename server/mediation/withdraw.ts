import { and, eq } from 'drizzle-orm';
import { invitation } from '../../db/schema/index.ts';
import type { State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';

/** A party leaves, at any moment and without a reason (Ch art. 9 [C]); open links die. At the local tier the conciliation ends there. */
export async function withdraw(core: Core, session: Session, caseId: string): Promise<{ state: State }> {
  return performDeed(core, session, caseId, {
    act: 'withdraw',
    change: async ({ tx, now, to, move }) => {
      const [state] = to;
      await tx.update(invitation).set({ state: 'replaced', answeredAt: now }).where(and(eq(invitation.caseId, caseId), eq(invitation.state, 'open')));
      await move(state as State, { outcome: 'party_withdrew', closedAt: now });

      return { state: state as State };
    },
  });
}
