import { begin } from '../../mediation/begin.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const beginPage = deedPage({
  act: 'begin',
  slug: 'debut',
  words: fr.deeds.words.begin,
  perform: ({ core, session, caseId }) => begin(core, session, caseId),
});
