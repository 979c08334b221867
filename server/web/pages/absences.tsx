import type { ListedAbsence } from '../../mediation/list-absences.ts';
import type { OwnOffice } from '../absences/offices.ts';
import { Page, type Visit } from '../components/page.tsx';
import { type Cell, Table } from '../components/table.tsx';
import { BackLink, BulletList, Heading, Link, Paragraph, Section } from '../components/text.tsx';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { zone } from '../zone.ts';

type Office = OwnOffice & { absences: readonly ListedAbsence[] };

const words = fr.absences;

/** Who is or will be away from each office, who stands in, and what that lets them do. */
export function AbsencesPage({ visit, offices }: { visit: Visit; offices: readonly Office[] }): JSX.Element {
  return (
    <Page title={words.title} visit={visit} current="week" width="full">
      <BackLink href="/dossiers" text={words.back} />
      <Heading level={1} text={words.title} />
      <BulletList items={words.effects} />
      {offices.map((office) => (
        <OfficeSection office={office} />
      ))}
    </Page>
  );
}

/** The dates of an absence, both days included. */
export function absenceTerm({ from, until }: Pick<ListedAbsence, 'from' | 'until'>): string {
  return words.fromTo(dateInWords(new Date(from), zone), dateInWords(new Date(Date.parse(until) - 1), zone));
}

function OfficeSection({ office: { id, name, presides, absences } }: { office: Office }): JSX.Element {
  const at = `/absences/services/${id}`;
  const rows = absences.map((one): Cell[] => [
    one.name ?? words.gone, one.standInName ?? words.gone, absenceTerm(one), one.hasBegun ? words.running : words.coming, words.kinds[one.kind],
    one.mayEnd ? { href: `/absences/${one.absence}/fin`, text: words.end(one.name ?? words.gone) } : words.nothingToDo,
  ]);

  return (
    <Section id={`service-${id}`} heading={name}>
      {rows.length > 0 ? <Table caption={words.caption(name)} columns={[words.person, words.standIn, words.term, words.state, words.how, words.todo]} rows={rows} /> : <Paragraph text={words.none} />}
      {presides ? (
        <Paragraph text="">
          <Link href={`${at}/declaration`} text={words.declare} />
        </Paragraph>
      ) : null}
      <Paragraph text="">
        <Link href={`${at}/constat`} text={words.record} />
      </Paragraph>
    </Section>
  );
}
