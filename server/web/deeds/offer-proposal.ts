import { offerProposal } from '../../mediation/offer-proposal.ts';
import { longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const offerProposalPage = deedPage({
  act: 'offer-proposal',
  slug: 'proposition-de-solution',
  words: fr.deeds.words['offer-proposal'],
  isChecked: true,
  asks: () => ({ text: longText({ ...fr.deeds.localAsks.proposal, limit: 20_000, rows: 12 }) }),
  perform: ({ core, session, caseId }, { text }) => offerProposal(core, session, caseId, text),
});
