import { resume } from '../../mediation/resume.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const resumePage = deedPage({
  act: 'resume',
  slug: 'reprise',
  words: fr.deeds.words.resume,
  isChecked: true,
  perform: ({ core, session, caseId }) => resume(core, session, caseId),
});
