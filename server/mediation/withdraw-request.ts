import { and, eq } from 'drizzle-orm';
import { invitation } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';

/** The requester takes the request back before everybody has consented, without a reason (Ch 9 [C]); open links die. */
export async function withdrawRequest(core: Core, session: Session, caseId: string): Promise<{ state: 'withdrawn' }> {
  return performDeed(core, session, caseId, {
    act: 'withdraw-request',
    change: async ({ tx, now, move }) => {
      await tx.update(invitation).set({ state: 'replaced', answeredAt: now }).where(and(eq(invitation.caseId, caseId), eq(invitation.state, 'open')));
      await move('withdrawn', { outcome: 'desisted', closedAt: now });

      return { state: 'withdrawn' };
    },
  });
}
