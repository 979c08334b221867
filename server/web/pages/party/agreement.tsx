import { canDo, caseHref, type About } from '../../about.ts';
import { Document } from '../../components/document.tsx';
import { MainAction } from '../../components/main-action.tsx';
import type { Visit } from '../../components/page.tsx';
import { Table } from '../../components/table.tsx';
import { BulletList, Heading, Hint, Paragraph, Section } from '../../components/text.tsx';
import { ownParties } from '../../deeds/own-party.ts';
import { settlePage } from '../../deeds/settle.tsx';
import { signAgreementPage } from '../../deeds/sign-agreement.tsx';
import { shownProposals, type ShownProposal } from '../../proposals.ts';
import { sentenceChanges } from '../../sentence-changes.ts';
import { zone } from '../../site.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { CaseFrame } from '../case/frame.tsx';
import { partyPlaces, partyTabs } from './tabs.ts';

const words = fr.ownAgreement;

/** The text proposed last, who has signed it in numbers, and how it differs from the version before. */
export async function partyAgreement(about: About, visit: Visit): Promise<string> {
  const versions = about.facts.readable.some(({ kind }) => kind === 'agreement') ? await shownProposals(about) : [];
  const latest = versions.at(-1);
  const former = versions.at(-2);

  return (
    <CaseFrame visit={visit} about={about} tabs={partyTabs(about)} current={partyPlaces.agreement}>
      {latest ? <Proposed latest={latest} /> : <NothingYet />}
      {latest ? <Signatures about={about} latest={latest} /> : null}
      {latest && former ? <Versions versions={versions} former={former} latest={latest} of={about.facts.parties.length} /> : null}
      {latest ? <Paragraph text={words.print} /> : null}
    </CaseFrame>
  );
}

function NothingYet(): JSX.Element {
  return (
    <>
      <Paragraph text={words.none} />
      <Paragraph text={words.noneWhy} />
    </>
  );
}

function Proposed({ latest: { version, proposedAt, text, recommendations } }: { latest: ShownProposal }): JSX.Element {
  return (
    <>
      <Section id="texte" heading={words.text(String(version))}>
        <Hint text={words.proposedOn(dateInWords(proposedAt, zone))} />
        <Document text={text} />
      </Section>
      {recommendations ? (
        <Section id="recommandations" heading={words.recommendations}>
          <Hint text={words.recommendationsWhy} />
          <Document text={recommendations} />
        </Section>
      ) : null}
    </>
  );
}

function Signatures({ about, latest: { signed, signedBy } }: { about: About; latest: ShownProposal }): JSX.Element {
  const hasSigned = ownParties(about).every((party) => signedBy.includes(party));
  const page = [signAgreementPage, settlePage].find(({ act }) => canDo(about, act));

  return (
    <Section id="signatures" heading={words.signatures}>
      <Paragraph text={words.count(String(signed), String(about.facts.parties.length))} />
      <Paragraph text={hasSigned ? words.ownYes : words.ownNo} />
      {page ? <MainAction href={caseHref(about.caseId, page.slug)} text={words.sign} /> : null}
    </Section>
  );
}

type VersionsProps = { versions: readonly ShownProposal[]; former: ShownProposal; latest: ShownProposal; of: number };

function Versions({ versions, former, latest, of }: VersionsProps): JSX.Element {
  const { added, removed } = sentenceChanges(former.text, latest.text);
  const rows = [...versions].reverse().map(({ version, proposedAt, signed }) => [String(version), dateInWords(proposedAt, zone), words.count(String(signed), String(of))]);

  return (
    <Section id="versions" heading={words.versions}>
      <Table caption={words.captionVersions} columns={[words.version, words.date, words.signedCount]} rows={rows} />
      <Paragraph text={words.replaced} />
      <Heading level={3} text={words.changes(String(former.version), String(latest.version))} />
      {added.length + removed.length === 0 ? <Paragraph text={words.unchanged} /> : null}
      <Sentences heading={words.added} sentences={added} />
      <Sentences heading={words.removed} sentences={removed} />
    </Section>
  );
}

function Sentences({ heading, sentences }: { heading: string; sentences: readonly string[] }): JSX.Element {
  if (sentences.length === 0) return <></>;

  return (
    <>
      <Paragraph text={heading} />
      <BulletList items={sentences} />
    </>
  );
}
