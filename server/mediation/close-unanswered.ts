import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { missingLetters, writeLetters } from './letters.ts';
import { endOpenLinks } from './open-links.ts';
import { meetEveryDeadline } from './start-deadline.ts';

/**
 * The mediator in charge takes silence for an answer and closes: without every consent there is no mediation (Ch 9, 10 [C]).
 * No date does it in their place (domain 9.4 [I]); those who are there are told by a letter, and open links die.
 * @throws Problem `not-found`, `wrong-state`, `reasons-missing`
 */
export async function closeUnanswered(core: Core, session: Session, caseId: string, { letter }: { letter: string }): Promise<{ state: 'refused' }> {
  return performDeed(core, session, caseId, {
    act: 'close-unanswered',
    guards: async () => ({ 'reasons-given': letter.trim() !== '' }),
    creates: (view) => missingLetters(view),
    change: async ({ tx, view, now, write, move }) => {
      await writeLetters({ view, write }, 'end', letter);
      await endOpenLinks(tx, caseId, now);
      await move('refused', { outcome: 'no_answer', closedAt: now });
      await meetEveryDeadline(tx, caseId, now);

      return { state: 'refused' };
    },
  });
}
