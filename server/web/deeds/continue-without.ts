import { continueWithout } from '../../mediation/continue-without.ts';
import { longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.turns;

export const continueWithoutPage = deedPage({
  act: 'continue-without',
  slug: 'continuation',
  words: fr.deeds.words['continue-without'],
  isChecked: true,
  starts: ({ facts }) => ({ letter: words.letters.continuing(facts.reference) }),
  asks: () => ({ letter: longText({ ...words.asks.letterToStaying, limit: 20_000, rows: 12 }) }),
  perform: ({ core, session, caseId }, { letter }) => continueWithout(core, session, caseId, { letter }),
});
