import { declineReferral } from '../../mediation/decline-referral.ts';
import { withdrawReferral } from '../../mediation/withdraw-referral.ts';
import { SummaryList } from '../components/summary-list.tsx';
import { hereHref } from '../pages/institution/addresses.ts';
import { proposalRows, proposalTitle } from '../pages/institution/proposal.tsx';
import { formPage } from '../form-page.tsx';
import { findOpenFor } from './find-proposal.ts';

/** The second hand does not sign: asked once more, for the text goes at once. */
export const declineForm = formPage({
  name: 'saisine-refus',
  url: `${hereHref}/:proposal/refus`,
  act: 'decline-referral',
  current: 'institution',
  back: () => hereHref,
  load: findOpenFor('second'),
  about: proposalTitle,
  asks: () => ({}),
  recall: (proposal) => <SummaryList rows={proposalRows(proposal)} />,
  perform: ({ core, session }, { proposal }) => declineReferral(core, session, proposal),
});

/** The first hand takes it back. */
export const withdrawForm = formPage({
  name: 'saisine-retrait',
  url: `${hereHref}/:proposal/retrait`,
  act: 'withdraw-referral',
  current: 'institution',
  back: () => hereHref,
  load: findOpenFor('first'),
  about: proposalTitle,
  asks: () => ({}),
  recall: (proposal) => <SummaryList rows={proposalRows(proposal)} />,
  perform: ({ core, session }, { proposal }) => withdrawReferral(core, session, proposal),
});
