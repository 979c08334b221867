import { proposeAgreement } from '../../mediation/propose-agreement.ts';
import { agreement, longText, optional } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const proposeAgreementPage = deedPage({
  act: 'propose-agreement',
  slug: 'proposition-accord',
  words: fr.deeds.words['propose-agreement'],
  isChecked: true,
  asks: () => ({
    text: longText({ ...fr.deeds.asks.agreement, limit: 20_000, rows: 14 }),
    recommendations: longText({ ...fr.deeds.asks.recommendations, limit: 12_000 }),
    partial: optional(agreement(fr.turns.asks.partial)),
  }),
  perform: ({ core, session, caseId }, { partial, ...proposal }) => proposeAgreement(core, session, caseId, { ...proposal, partial: partial === true }),
});
