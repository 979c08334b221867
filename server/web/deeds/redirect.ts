import { redirectReasons } from '../../../policies/charter/reasons.ts';
import { redirectLetter } from '../../mediation/letters/redirect.ts';
import { redirect } from '../../mediation/redirect.ts';
import { isOneOf } from '../about.ts';
import { choice, optionalText, type Ask } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.turns;

/** The answer is rendered from its reason; the page that checks shows it word for word. */
export const redirectPage = deedPage({
  act: 'redirect',
  slug: 'reorientation',
  words: fr.deeds.words.redirect,
  isChecked: true,
  asks: (about) => ({
    reason: {
      ...choice({ ...words.asks.redirect, options: redirectReasons.map((value) => ({ value, label: words.redirects[value] })) }),
      recall: (reason) => words.asks.letterRead(words.redirects[reason], redirectLetter(reason)),
    } satisfies Ask<(typeof redirectReasons)[number]>,
    // Whoever is in charge holds the key of letters: the secretary adds no word.
    ...(isOneOf(about, 'in-charge', 'stand-in') && { letter: optionalText({ ...words.asks.addedLetter, limit: 20_000 }) }),
  }),
  perform: ({ core, session, caseId }, { reason, letter }) => redirect(core, session, caseId, { reason, ...(letter !== undefined && { letter }) }),
});
