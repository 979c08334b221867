import type { State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';

/** A party leaves, at any moment and without a reason (Ch art. 9 [C]); at the local tier the conciliation ends there. */
export async function withdraw(core: Core, session: Session, caseId: string): Promise<{ state: State }> {
  return performDeed(core, session, caseId, {
    act: 'withdraw',
    change: async ({ now, to, move }) => {
      const [state] = to;
      await move(state as State, { outcome: 'party_withdrew', closedAt: now });

      return { state: state as State };
    },
  });
}
