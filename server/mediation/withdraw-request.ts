import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { standingsOf } from './keys/view.ts';
import { endOpenLinks } from './open-links.ts';

/**
 * The requester takes the request back before everybody has consented, without a reason (Ch 9 [C]); open links die.
 * @throws Problem `not-found`, `wrong-state`, `acted-first` for a requester who has left a mediation that goes on without them
 */
export async function withdrawRequest(core: Core, session: Session, caseId: string): Promise<{ state: 'withdrawn' }> {
  return performDeed(core, session, caseId, {
    act: 'withdraw-request',
    change: async ({ tx, view, now, move }) => {
      if (standingsOf(view, session.person).includes('former-party')) throw new Problem('acted-first');
      await endOpenLinks(tx, caseId, now);
      await move('withdrawn', { outcome: 'desisted', closedAt: now });

      return { state: 'withdrawn' };
    },
  });
}
