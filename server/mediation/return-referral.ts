import { and, eq } from 'drizzle-orm';
import { referral } from '../../db/schema/index.ts';
import type { ReturnReason } from '../../policies/charter/reasons.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { meetDeadline } from './start-deadline.ts';

/**
 * The national mediator or deputy gives a referral back with a coded reason (domain 9.3 [I]): the upper case is redirected,
 * the case below is as it was.
 * @throws Problem `acted-first` when it has been answered, `wrong-state` for a case that came by no referral
 */
export async function returnReferral(core: Core, session: Session, caseId: string, reason: ReturnReason): Promise<{ returnedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'return-referral',
    guards: async () => ({ 'reasons-given': true }),
    change: async ({ tx, view, now, move, note }) => {
      if (!view.referral) throw new Problem('wrong-state');
      if (view.referral.state !== 'pending') throw new Problem('acted-first');
      await move('redirected', { closedAt: now });
      await tx.update(referral).set({ state: 'returned', reason, answeredBy: session.person, answeredAt: now }).where(and(eq(referral.upperCaseId, caseId), eq(referral.state, 'pending')));
      await meetDeadline(tx, caseId, 'referral-answer', now);
      note({ reason });

      return { returnedAt: now.toISOString() };
    },
  });
}
