import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { meetDeadline } from './start-deadline.ts';

/** The conciliator ends a conciliation that brought no agreement (domain 9.3, L9): the regional route opens with its attestation. */
export async function endWithoutResult(core: Core, session: Session, caseId: string): Promise<{ endedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'end-without-result',
    change: async ({ tx, now, move }) => {
      await move('ended', { outcome: 'no_agreement', closedAt: now });
      await meetDeadline(tx, caseId, 'local-conciliation', now);

      return { endedAt: now.toISOString() };
    },
  });
}
