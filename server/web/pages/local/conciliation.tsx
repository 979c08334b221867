import { reveal } from '../../../mediation/reveal.ts';
import { canDo, caseHref, isOneOf, type About } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { courseOf, identitiesOf, partyName } from '../../case-reading.ts';
import { Table } from '../../components/table.tsx';
import { Link, Paragraph, Section } from '../../components/text.tsx';
import { Writing } from '../../components/writing.tsx';
import { meetPage } from '../../deeds/meet.ts';
import { offerProposalPage } from '../../deeds/offer-proposal.ts';
import { shownProposals, type ShownProposal } from '../../proposals.ts';
import { dayInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { ofSchemeWho } from './who.ts';

const words = fr.local.conciliation;

/** The meetings with what was said of them to everybody, and the solutions offered, the latest first. */
export const conciliationPage: CasePage = {
  below: 'conciliation',
  tab: fr.local.tabs.conciliation,
  isFor: ofSchemeWho('in-charge', 'alternate', 'stand-in'),
  reads: ['identity', 'conciliation', 'agreement'],
  body: async (about) => {
    const safeMeetings = await meetingsOf(about);
    const safeProposals = isOneOf(about, 'in-charge', 'stand-in') ? await proposalsOf(about) : undefined;

    return (
      <>
        {[meetPage, offerProposalPage].filter(({ act }) => canDo(about, act)).map(({ slug, words: { title, link = title } }) => (
          <Paragraph text="">
            <Link href={caseHref(about.caseId, slug)} text={link} />
          </Paragraph>
        ))}
        <Section id="rencontres" heading={words.meetings}>
          {safeMeetings}
        </Section>
        {safeProposals ? (
          <Section id="propositions" heading={words.proposals}>
            {safeProposals}
          </Section>
        ) : null}
      </>
    );
  },
};

async function meetingsOf(about: About): Promise<JSX.Element> {
  const { core, session, caseId } = about;
  const { meetings, names } = await courseOf(about);
  if (meetings.length === 0) return <Paragraph text={words.noMeeting} />;
  const texts = await reveal(core, session, caseId, [{ kind: 'conciliation' }]);
  const rows = meetings.map(({ heldOn, recordedBy }) => [dayInWords(heldOn), names.get(recordedBy) ?? fr.office.docket.somebody]);

  return (
    <>
      <Table caption={words.meetingsCaption} columns={[words.day, words.by]} rows={rows} />
      {meetings.flatMap(({ item, heldOn }) => texts.filter(({ id }) => id === item).map(({ text }) => <Writing heading={words.minutes(dayInWords(heldOn))} audience={words.minutesAudience} text={text} />))}
    </>
  );
}

async function proposalsOf(about: About): Promise<JSX.Element> {
  const versions = [...(await shownProposals(about))].reverse();
  if (versions.length === 0) return <Paragraph text={words.noProposal} />;
  const identities = await identitiesOf(about);

  return (
    <>
      {versions.map((version, rank) => (
        <Proposal version={version} isLatest={rank === 0} signed={version.signedBy.map((party) => partyName(about, party, identities))} of={about.facts.parties.length} />
      ))}
    </>
  );
}

type ProposalProps = { version: ShownProposal; isLatest: boolean; signed: readonly string[]; of: number };

function Proposal({ version: { version, proposedAt, text }, isLatest, signed, of }: ProposalProps): JSX.Element {
  return (
    <Writing heading={words.proposal(String(version), dateInWords(proposedAt, zone))} audience={words.proposalAudience} text={text}>
      <Paragraph text={isLatest ? words.signed(String(signed.length), String(of), signed.join(', ')) : words.replaced} />
    </Writing>
  );
}
