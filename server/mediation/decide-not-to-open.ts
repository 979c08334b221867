import type { NotOpenedReason } from '../../policies/charter/reasons.ts';
import type { Core, Session } from '../core.ts';
import { isExamined } from './body-examined.ts';
import { performDeed } from './deed.ts';
import { missingLetters, writeLetters } from './letters.ts';
import { meetDeadline } from './start-deadline.ts';

/** `reason` is a code; the letter gives the reasons to those who asked (D art. 6). */
export type NotOpening = { reason: NotOpenedReason; letter: string; followsAdvice: boolean; reasons: string };

/**
 * The mediator decides, once the body has examined the request, that no mediation opens.
 * @throws Problem `not-found`, `wrong-state`, `body-not-examined`
 */
export async function decideNotToOpen(core: Core, session: Session, caseId: string, { reason, letter, ...decision }: NotOpening): Promise<{ state: 'not_opened' }> {
  return performDeed(core, session, caseId, {
    act: 'decide-not-to-open',
    guards: async (tx, view) => ({ 'body-examined': await isExamined(tx, view, core.clock()), 'reasons-given': true }),
    creates: missingLetters,
    change: async ({ tx, view, now, write, move, note }) => {
      await writeLetters({ view, write }, 'decision', letter);
      await write({ kind: 'deliberation' }, 'decision', JSON.stringify({ decision: 'not-open', reason, ...decision }));
      await move('not_opened', { outcome: 'not_opened', closedAt: now });
      await meetDeadline(tx, caseId, 'committee-examination', now);
      note({ reason });

      return { state: 'not_opened' };
    },
  });
}
