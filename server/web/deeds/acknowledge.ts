import { acknowledge } from '../../mediation/acknowledge.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const acknowledgePage = deedPage({
  act: 'acknowledge',
  slug: 'accuse-de-reception',
  words: fr.deeds.words.acknowledge,
  perform: ({ core, session, caseId }) => acknowledge(core, session, caseId),
});
