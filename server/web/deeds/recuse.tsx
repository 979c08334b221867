import { recuse } from '../../mediation/recuse.ts';
import { agreement } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { LeftPage } from '../pages/left.tsx';
import { fr } from '../words/fr.ts';

export const recusePage = deedPage({
  act: 'recuse',
  slug: 'deport',
  words: fr.deeds.words.recuse,
  asks: () => ({ forGood: agreement(fr.deeds.asks.forGood) }),
  perform: ({ core, session, caseId }) => recuse(core, session, caseId),
  // The case does not exist for them any more: there is nothing to go back to.
  once: (_result, visit, about) => <LeftPage visit={visit} words={{ ...fr.deeds.left, title: fr.deeds.left.title(about.facts.reference) }} />,
});
