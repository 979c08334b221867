import type { Outcome, RedirectReason } from '../../policies/charter/reasons.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { standingsOf, type CaseView } from './keys/view.ts';
import { askingParties, missingLetters, writeLetters } from './letters.ts';
import { meetEveryDeadline } from './start-deadline.ts';

/** `reason` is what the requester's letter is rendered from; `letter` adds words to it, which only whoever is in charge may. */
export type Redirection = { reason: RedirectReason; letter?: string };

/**
 * Tells the requester, and nobody else, that their request is for another place (domain 9.3, RX [I]). Before any notice the
 * secretary may; once notices have left, whoever is in charge. A secretary holds no key of `letters`: the letter is rendered
 * from the coded reason.
 * @throws Problem `not-found`, `wrong-state`, `invalid-body` for a letter of somebody who is not in charge
 */
export async function redirect(core: Core, session: Session, caseId: string, { reason, letter }: Redirection): Promise<{ state: 'redirected' }> {
  return performDeed(core, session, caseId, {
    act: 'redirect',
    guards: async (_tx, view) => {
      refuseBeyondTheirs(view, session, letter);

      return { 'reasons-given': true };
    },
    creates: (view) => (letter === undefined ? [] : missingLetters(view, askingParties(view))),
    change: async ({ tx, view, now, write, move, note }) => {
      if (letter !== undefined) await writeLetters({ view, write }, 'redirect', letter, askingParties(view));
      await move('redirected', { outcome: outcomeOf(reason), outcomeReason: reason, closedAt: now });
      await meetEveryDeadline(tx, caseId, now);
      note({ reason });

      return { state: 'redirected' };
    },
  });
}

/** Whoever is neither in charge nor of the office is refused by the rule of the act. */
function refuseBeyondTheirs(view: CaseView, session: Session, letter: string | undefined): void {
  const mine = standingsOf(view, session.person);
  if (mine.includes('in-charge') || !mine.some((standing) => standing === 'secretary' || standing === 'register')) return;
  if (view.row.state === 'notified') throw new Problem('wrong-state');
  if (letter !== undefined) throw new Problem('invalid-body', { errors: [{ field: 'letter', message: 'La réponse est rédigée d’après le motif : seule la personne en charge peut y ajouter une lettre.' }] });
}

function outcomeOf(reason: RedirectReason): Outcome {
  return reason === 'prior-step-first' ? 'prior_step_missing' : 'out_of_scope';
}
