import { closeUnanswered } from '../../mediation/close-unanswered.ts';
import { longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.turns;

export const closeUnansweredPage = deedPage({
  act: 'close-unanswered',
  slug: 'cloture-sans-reponse',
  words: fr.deeds.words['close-unanswered'],
  isChecked: true,
  starts: ({ facts }) => ({ letter: words.letters.silence(facts.reference) }),
  asks: () => ({ letter: longText({ ...words.asks.letterToAll, limit: 20_000, rows: 12 }) }),
  perform: ({ core, session, caseId }, { letter }) => closeUnanswered(core, session, caseId, { letter }),
});
