import { close } from '../../mediation/close.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const closePage = deedPage({
  act: 'close',
  slug: 'cloture',
  words: fr.deeds.words.close,
  isChecked: true,
  perform: ({ core, session, caseId }) => close(core, session, caseId),
});
