import { takeCharge } from '../../mediation/take-charge.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const takeChargePage = deedPage({
  act: 'take-charge',
  slug: 'prise-en-charge',
  words: fr.deeds.words['take-charge'],
  perform: ({ core, session, caseId }) => takeCharge(core, session, caseId),
});
