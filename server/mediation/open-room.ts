import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';

/**
 * A delegate opens the shared room: every consenting party and the delegates read and write there.
 * @throws Problem `not-found`, `wrong-state`, `acted-first`, `two-holders`
 */
export async function openRoom(core: Core, session: Session, caseId: string): Promise<{ openedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'open-room',
    creates: (view) => (compartmentOf(view, 'room') ? [] : [{ kind: 'room' }]),
    change: async ({ view, now }) => {
      if (compartmentOf(view, 'room')) throw new Problem('acted-first');

      return { openedAt: now.toISOString() };
    },
  });
}
