import { and, eq, gt } from 'drizzle-orm';
import { handOver } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';

/** Whom a case was offered to declines, without a reason; what they could read meanwhile is shut to them. @throws Problem `not-found`, `acted-first` */
export async function declineHandOver(core: Core, session: Session, caseId: string): Promise<{ answeredAt: string }> {
  return endOffer(core, session, caseId, 'declined');
}

/** Whoever offered takes it back, until it is accepted. @throws Problem `not-found`, `acted-first` */
export async function withdrawHandOver(core: Core, session: Session, caseId: string): Promise<{ answeredAt: string }> {
  return endOffer(core, session, caseId, 'withdrawn');
}

function endOffer(core: Core, session: Session, caseId: string, state: 'declined' | 'withdrawn'): Promise<{ answeredAt: string }> {
  return performDeed(core, session, caseId, {
    act: state === 'declined' ? 'decline-hand-over' : 'withdraw-hand-over',
    after: (view) => view.standings.filter(({ standing }) => standing !== 'successor'),
    // Whoever declines leaves, and makes no key for those who stay: the next of them does.
    ...(state === 'withdrawn' && { opensNext: 'where-two-stay' as const }),
    change: async ({ tx, now }) => {
      const pending = and(eq(handOver.caseId, caseId), eq(handOver.state, 'pending'), gt(handOver.expiresAt, now));
      if ((await tx.select({ id: handOver.id }).from(handOver).where(pending)).length === 0) throw new Problem('acted-first');
      await tx.update(handOver).set({ state, answeredAt: now }).where(pending);

      return { answeredAt: now.toISOString() };
    },
  });
}
