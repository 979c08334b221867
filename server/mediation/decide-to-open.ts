import type { Core, Session } from '../core.ts';
import { isObjectAgreed } from './object-agreed.ts';
import { isExamined } from './body-examined.ts';
import { openCaseParties, type CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { missingLetters, writeLetters } from './letters.ts';
import { hasPriorStep } from './prior-step.ts';
import { meetDeadline, startDeadline } from './start-deadline.ts';

/** `letter` goes to each accepted party; `reasons`, and whether the advice is followed, to those who sat. */
export type OpeningDecision = { letter: string; followsAdvice: boolean; reasons: string };

/**
 * The mediator decides to open a mediation once the body has examined the request (D art. 6 [L]): the committee advises,
 * the mediator decides, and says whether the advice is followed.
 * @throws Problem `not-found`, `wrong-state`, `body-not-examined`, `prior-step-missing`, `object-not-agreed`
 */
export async function decideToOpen(core: Core, session: Session, caseId: string, { letter, ...decision }: OpeningDecision): Promise<{ state: 'consent_requested'; dueOn: string }> {
  let known: CaseParties;

  return performDeed(core, session, caseId, {
    act: 'decide-to-open',
    guards: async (tx, view) => ({ 'body-examined': await isExamined(tx, view, core.clock()), 'prior-step-evidenced-or-waived': await hasPriorStep(tx, view), 'object-agreed': await isObjectAgreed(tx, view) }),
    beforehand: async () => void (known = await openCaseParties(core, session, caseId)),
    creates: missingLetters,
    change: async ({ tx, view, now, write, move }) => {
      await writeLetters({ view, write }, 'decision', letter);
      await write({ kind: 'deliberation' }, 'decision', JSON.stringify({ decision: 'open', ...decision }));
      await move('consent_requested');
      await meetDeadline(tx, caseId, 'committee-examination', now);

      return { state: 'consent_requested', dueOn: await startDeadline(tx, 'consent-answer', { caseId, table: 'case_file', id: caseId, at: now }, known) };
    },
  });
}
