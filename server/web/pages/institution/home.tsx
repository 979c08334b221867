import type { SentReferral } from '../../../mediation/list-sent-referrals.ts';
import type { ListedProposal } from '../../../mediation/read-proposals.ts';
import { LinkButton } from '../../components/button.tsx';
import { MainAction } from '../../components/main-action.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { type Cell, Table } from '../../components/table.tsx';
import { Heading, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { proposalHref, referHref } from './addresses.ts';
import { capacityName, dateAndHour, proposalRows, proposalTitle } from './proposal.tsx';
import { momentInWords } from './receipts.tsx';

const words = fr.institution;

type HomeProps = { visit: Visit; mayRefer: boolean; proposals: readonly ListedProposal[]; sent: readonly SentReferral[] };

/** What waits for one's signature, what one has signed and waits for another's, and what one has sent: three dates of it. */
export function InstitutionPage({ visit, mayRefer, proposals, sent }: HomeProps): JSX.Element {
  const open = proposals.filter(({ state }) => state === 'open');

  return (
    <Page title={words.title} visit={visit} current="institution" width="full">
      <Heading level={1} text={words.title} />
      <Paragraph text={words.intro} />
      {mayRefer ? <MainAction href={referHref} text={words.refer} /> : <Paragraph text={words.noCapacity} />}
      <Waiting id="a-signer" said={words.toSign} proposals={open.filter(({ isMine }) => !isMine)} />
      <Waiting id="signees" said={words.signed} proposals={open.filter(({ isMine }) => isMine)} />
      <Past proposals={proposals.filter(({ state }) => state !== 'open' && state !== 'cosigned')} />
      <SentReferrals sent={sent} />
    </Page>
  );
}

type Said = { heading: string; none: string; read: (date: string, hour: string) => string };

function Waiting({ id, said, proposals }: { id: string; said: Said; proposals: readonly ListedProposal[] }): JSX.Element {
  return (
    <Section id={id} heading={said.heading}>
      {proposals.length === 0 ? <Paragraph text={said.none} /> : null}
      {proposals.map((one) => (
        <>
          <Heading level={3} text={proposalTitle(one)} />
          <SummaryList rows={proposalRows(one)} />
          <LinkButton href={proposalHref(one.proposal)} text={said.read(...dateAndHour(one))} />
        </>
      ))}
    </Section>
  );
}

function Past({ proposals }: { proposals: readonly ListedProposal[] }): JSX.Element {
  const { heading, why, caption, other, state } = words.past;
  if (proposals.length === 0) return <></>;
  const rows = proposals.map((one): Cell[] => [words.proposal.other(one.withName, capacityName(one.withCapacity)), momentInWords(new Date(one.createdAt)), words.proposal.states[one.state]]);

  return (
    <Section id="sans-suite" heading={heading}>
      <Paragraph text={why} />
      <Table caption={caption} columns={[other, words.since, state]} rows={rows} />
    </Section>
  );
}

/** What somebody sent for an institution: three dates, and no way into the case. */
function SentReferrals({ sent }: { sent: readonly SentReferral[] }): JSX.Element {
  const { heading, none, why, caption, reference, capacity, received, acknowledged, ended, notYet } = words.sent;
  const on = (moment: string | null) => (moment === null ? notYet : dateInWords(new Date(moment), zone));
  const rows = sent.map((one) => [one.reference, capacityName(one.capacity), on(one.receivedAt), on(one.acknowledgedAt), on(one.endedAt)]);

  return (
    <Section id="saisines" heading={heading}>
      <Paragraph text={why} />
      {rows.length === 0 ? <Paragraph text={none} /> : <Table caption={caption} columns={[reference, capacity, received, acknowledged, ended]} rows={rows} />}
    </Section>
  );
}
