import { cosignReferral } from '../../mediation/cosign-referral.ts';
import { readProposal } from '../../mediation/read-proposals.ts';
import { agreement } from '../asks.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { BulletList, Section } from '../components/text.tsx';
import { placesOf } from '../forms/places.ts';
import { hereHref } from '../pages/institution/addresses.ts';
import { proposalRows, proposalTitle } from '../pages/institution/proposal.tsx';
import { SentPage } from '../pages/institution/receipts.tsx';
import { ReferralText } from '../pages/institution/referral-text.tsx';
import { formPage } from '../form-page.tsx';
import { fr } from '../words/fr.ts';
import { findOpenFor } from './find-proposal.ts';

const { check, form } = fr.institution;

/** The second hand signs, under the whole text; the case begins, and its receipt says so. */
export const cosignForm = formPage({
  name: 'saisine-signature',
  url: `${hereHref}/:proposal/signature`,
  act: 'cosign-referral',
  current: 'institution',
  back: () => hereHref,
  load: async (asking) => ({ ...(await findOpenFor('second')(asking)), asking }),
  about: (proposal) => proposalTitle(proposal),
  asks: () => ({ informed: agreement({ legend: check.legend, label: check.informed }), accurate: agreement({ legend: check.accurateLegend, label: check.accurate }) }),
  recall: async ({ asking: { core, session }, ...proposal }) => (
    <>
      <SummaryList rows={proposalRows(proposal)} />
      <ReferralText referral={(await readProposal(core, session, proposal.proposal)).referral} places={await placesOf(core)} />
      <Section id="suite" heading={check.law}>
        <BulletList items={form.lawItems} />
      </Section>
    </>
  ),
  perform: ({ core, session }, { proposal }) => cosignReferral(core, session, proposal),
  receipt: (visit, sent) => <SentPage visit={visit} sent={sent} />,
});
