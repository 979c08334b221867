import { listPaperEntries, type ListedEntry } from '../../mediation/list-paper-entries.ts';
import { canDo, caseHref, isOneOf, type About } from '../about.ts';
import type { CasePage } from '../case-page.ts';
import { colleaguesOf, identitiesOf, partyName } from '../case-reading.ts';
import { type Cell, Table } from '../components/table.tsx';
import { Link, Paragraph } from '../components/text.tsx';
import { attestObjectPage } from '../deeds/attest-object.tsx';
import { contestEntryPage } from '../deeds/contest-entry.ts';
import { inviteAuthorPage } from '../deeds/invite-author.tsx';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { zone } from '../zone.ts';
import { officialsWho } from './office/who.ts';

const words = fr.paper.entries;

/** What was entered on paper or by telephone, for those who run the case: for which party, and who attests it. */
export const officePapersPage: CasePage = {
  below: 'papiers',
  tab: fr.paper.tab,
  width: 'full',
  reads: ['identity'],
  isFor: officialsWho('register', 'secretary', 'in-charge', 'delegate'),
  body: async (about) => {
    const [entries, identities, colleagues] = await Promise.all([listPaperEntries(about.core, about.session, about.caseId), identitiesOf(about), colleaguesOf(about)]);
    const opensScans = isOneOf(about, 'in-charge', 'delegate');
    const rows = entries.map((entry): Cell[] => [
      kindOf(entry), partyName(about, entry.party, identities), onDay(entry.receivedOn), dateInWords(new Date(entry.enteredAt), zone),
      colleagues.find(({ person }) => person === entry.attestedBy)?.name ?? words.secretary,
      ...(opensScans ? [scanCell(about, entry)] : []), contested(entry),
    ]);
    const columns = [words.kind, words.party, words.receivedOn, words.enteredOn, words.attestedBy, ...(opensScans ? [words.scan] : []), words.contested];

    return (
      <>
        <Paragraph text={words.intro} />
        {rows.length === 0 ? <Paragraph text={words.none} /> : <Table caption={words.caption} columns={columns} rows={rows} />}
        {isAuthorAway(about, entries) ? <ForTheAuthor about={about} /> : null}
      </>
    );
  },
};

/** What was entered for a party, which they may contest. */
export const partyPapersPage: CasePage = {
  below: 'papiers',
  width: 'full',
  isFor: (about) => isOneOf(about, 'party'),
  title: () => fr.paper.tab,
  body: async (about) => {
    const entries = await listPaperEntries(about.core, about.session, about.caseId);
    const rows = entries.map((entry): Cell[] => [
      kindOf(entry), onDay(entry.receivedOn), dateInWords(new Date(entry.enteredAt), zone), words.secretary, scanCell(about, entry),
      entry.contestedAt !== null || !canDo(about, 'contest-entry') ? contested(entry) : { text: words.contest, href: `${caseHref(about.caseId, contestEntryPage.slug)}?saisie=${entry.entry}` },
    ]);

    return (
      <>
        <Paragraph text={words.partyIntro} />
        {rows.length === 0 ? <Paragraph text={words.none} /> : <Table caption={words.caption} columns={[words.kind, words.receivedOn, words.enteredOn, words.attestedBy, words.scan, words.contested]} rows={rows} />}
      </>
    );
  },
};

function kindOf({ kind, channel }: ListedEntry): string {
  return words.kindOf(words.kinds[kind] ?? kind, words.channels[channel]);
}

/** A local day is the same in every zone at noon. */
function onDay(day: string): string {
  return dateInWords(new Date(`${day}T12:00:00Z`), 'UTC');
}

function scanCell({ caseId }: About, { entry, scan }: ListedEntry): Cell {
  return scan === null ? words.noScan : { text: words.open, href: caseHref(caseId, `papiers/${entry}`) };
}

function contested({ contestedAt }: ListedEntry): string {
  return contestedAt === null ? words.notContested : words.contestedOn(dateInWords(new Date(contestedAt), zone));
}

/** Whether the request came on paper and nobody has an account for its author. */
function isAuthorAway({ facts }: About, entries: readonly ListedEntry[]): boolean {
  const author = entries.find(({ kind }) => kind === 'request')?.party;

  return facts.parties.some(({ party, isRepresented }) => party === author && !isRepresented);
}

function ForTheAuthor({ about }: { about: About }): JSX.Element {
  const offered = [inviteAuthorPage, attestObjectPage].filter(({ act }) => canDo(about, act));

  return (
    <>
      {offered.map(({ slug, words: { title } }) => (
        <Paragraph text="">
          <Link href={caseHref(about.caseId, slug)} text={title} />
        </Paragraph>
      ))}
    </>
  );
}
