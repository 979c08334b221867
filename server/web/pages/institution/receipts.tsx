import type { Sent } from '../../../mediation/institutional-referral.ts';
import type { SecondHand } from '../../../mediation/preview-referral.ts';
import type { Proposed } from '../../../mediation/propose-referral.ts';
import { LinkButton } from '../../components/button.tsx';
import { Inset } from '../../components/messages.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Steps } from '../../components/steps.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Heading, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { hereHref, proposalHref } from './addresses.ts';
import { tierName } from './referral-text.tsx';

const words = fr.institution;

/** The case has begun: its number, when it counts from, and the little that will be told. */
export function SentPage({ visit, sent: { reference, tier, receivedAt, acknowledgedBy } }: { visit: Visit; sent: Sent }): JSX.Element {
  const { receipt } = words;
  const rows = [
    { key: receipt.number, value: reference },
    { key: receipt.received, value: momentInWords(new Date(receivedAt)) },
    { key: receipt.to, value: tierName(tier) },
    ...(acknowledgedBy ? [{ key: receipt.acknowledgedBy, value: dateInWords(new Date(`${acknowledgedBy}T12:00:00Z`), 'UTC') }] : []),
  ];

  return (
    <Page title={receipt.title(reference)} visit={visit} current="institution">
      <Heading level={1} text={receipt.done} />
      <SummaryList rows={rows} />
      <Inset text={receipt.keep} />
      <Section id="suite" heading={receipt.next}>
        <Steps steps={receipt.steps} />
      </Section>
      <LinkButton href={hereHref} text={words.back} />
    </Page>
  );
}

type ProposedProps = { visit: Visit; proposed: Proposed; second: SecondHand; at: Date };

/** Signed first: nothing exists yet, and whom it waits for. */
export function ProposedPage({ visit, proposed, second: { name, capacity }, at }: ProposedProps): JSX.Element {
  const { proposed: said, proposal } = words;
  const rows = [
    { key: said.reference, value: said.noReference },
    { key: said.signedOn, value: momentInWords(at) },
    { key: said.with, value: proposal.other(name, fr.administration.capacities[capacity]) },
    { key: words.until, value: lastDay(proposed.expiresAt) },
  ];

  return (
    <Page title={said.title} visit={visit} current="institution">
      <Heading level={1} text={said.title} />
      <SummaryList rows={rows} />
      <Inset text={said.tell} />
      <Section id="suite" heading={said.next}>
        <Steps steps={said.steps(name)} />
      </Section>
      <LinkButton href={proposalHref(proposed.proposal)} text={said.read} />
    </Page>
  );
}

export function momentInWords(at: Date): string {
  return words.at(dateInWords(at, zone), hourInWords(at, zone));
}

/** A second signature is due by the end of a day, in universal time. */
export function lastDay(expiresAt: string): string {
  return dateInWords(new Date(expiresAt), 'UTC');
}
