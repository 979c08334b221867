import { agreeInPart } from '../../mediation/agree-in-part.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const agreeInPartPage = deedPage({
  act: 'agree-in-part',
  slug: 'accord-partiel',
  words: fr.deeds.words['agree-in-part'],
  isChecked: true,
  perform: ({ core, session, caseId }) => agreeInPart(core, session, caseId),
});
