import type { InstitutionalReferral } from '../../../mediation/institutional-referral.ts';
import type { ListedProposal } from '../../../mediation/read-proposals.ts';
import type { InstitutionalCapacity } from '../../../../policies/charter/words.ts';
import { LinkButton, MainLink } from '../../components/button.tsx';
import { Inset } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { BackLink, Heading, Paragraph } from '../../components/text.tsx';
import type { Places } from '../../forms/places.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { hereHref, proposalHref } from './addresses.ts';
import { lastDay, momentInWords } from './receipts.tsx';
import { ReferralText } from './referral-text.tsx';

const words = fr.institution.proposal;

type ProposalProps = { visit: Visit; proposal: ListedProposal; referral: InstitutionalReferral | undefined; places: Places };

/** A joint referral for one of its two hands: all of it while it waits, and then that it was. */
export function ProposalPage({ visit, proposal, referral, places }: ProposalProps): JSX.Element {
  const title = proposalTitle(proposal);

  return (
    <Page title={title} visit={visit} current="institution">
      <BackLink href={hereHref} text={fr.institution.back} />
      <Heading level={1} text={title} />
      <SummaryList rows={proposalRows(proposal)} />
      {referral ? (
        <>
          <Inset text={words.readers} />
          <ReferralText referral={referral} places={places} />
          <Answers proposal={proposal} />
        </>
      ) : (
        <Paragraph text={proposal.state === 'cosigned' ? words.cosignedGone : words.gone} />
      )}
    </Page>
  );
}

/** Who signed, whose hand it waits for, and until when. */
export function proposalRows({ isMine, withName, withCapacity, capacity, state, createdAt, expiresAt }: ListedProposal): { key: string; value: string }[] {
  const own = words.you(capacityName(capacity));
  const other = words.other(withName, capacityName(withCapacity));

  return [
    { key: words.first, value: isMine ? own : other },
    { key: fr.institution.since, value: momentInWords(new Date(createdAt)) },
    { key: words.second, value: isMine ? other : own },
    { key: fr.institution.until, value: lastDay(expiresAt) },
    { key: words.state, value: words.states[state] },
  ];
}

/** By its instant: it has no number yet. */
export function proposalTitle(proposal: ListedProposal): string {
  return words.title(...dateAndHour(proposal));
}

export function dateAndHour({ createdAt }: ListedProposal): [date: string, hour: string] {
  return [dateInWords(new Date(createdAt), zone), hourInWords(new Date(createdAt), zone)];
}

export function capacityName(capacity: string): string {
  return fr.administration.capacities[capacity as InstitutionalCapacity];
}

function Answers({ proposal: { proposal, isMine } }: { proposal: ListedProposal }): JSX.Element {
  if (isMine) return <LinkButton href={proposalHref(proposal, 'retrait')} text={words.withdraw} />;

  return (
    <>
      <MainLink href={proposalHref(proposal, 'signature')} text={words.sign} /> <LinkButton href={proposalHref(proposal, 'refus')} text={words.decline} />
    </>
  );
}
