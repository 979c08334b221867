import { copiesToSend } from '../../mediation/notices-to-send.ts';
import { transmit } from '../../mediation/transmit.ts';
import { readOnce } from '../about.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { LettersPreview, soughtAsk } from './letters-to-send.tsx';

const drafts = readOnce(({ core, session, caseId }) => copiesToSend(core, session, caseId));

export const transmitPage = deedPage({
  act: 'transmit',
  slug: 'transmission',
  words: fr.deeds.words.transmit,
  isChecked: true,
  recall: async (about) => <LettersPreview {...await drafts(about)} />,
  asks: async (about) => soughtAsk(await drafts(about)),
  perform: ({ core, session, caseId }, { sought }) => transmit(core, session, caseId, { vacantSought: sought === true }),
});
