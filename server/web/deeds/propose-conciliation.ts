import { proposeConciliation } from '../../mediation/propose-conciliation.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const proposeConciliationPage = deedPage({
  act: 'propose-conciliation',
  slug: 'proposition-de-conciliation',
  words: fr.deeds.words['propose-conciliation'],
  perform: ({ core, session, caseId }) => proposeConciliation(core, session, caseId),
});
