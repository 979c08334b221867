import type { CompartmentKind, Standing } from '../../../../policies/vocabulary.ts';
import { caseHistory, type HistoryLine } from '../../../mediation/case-history.ts';
import { caseHref } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { fieldsOf } from '../../components/field.tsx';
import { Filters } from '../../components/filters.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Select } from '../../components/select.tsx';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Heading, Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { officialsWho } from './who.ts';

const pageSize = 50;

/** What was done and read in the case, by whom: filters, a table. */
export const historyPage: CasePage = {
  below: 'journal',
  tab: fr.office.tabs.history,
  isFor: officialsWho('in-charge', 'delegate'),
  width: 'full',
  body: async ({ core, session, caseId }, { query }) => {
    const words = fr.office.history;
    const asked = readQuery(query);
    const { total, page, lines, people } = await caseHistory(core, session, caseId, asked);
    const hrefOf = (change: Record<string, string>) => hrefWith(caseHref(caseId, 'journal'), { nature: asked.what ?? '', qui: asked.person ?? '', ...change });
    const field = fieldsOf({ nature: asked.what ?? '', qui: asked.person ?? '' }, []);
    const natures = [{ value: 'act', label: words.filters.act }, { value: 'reading', label: words.filters.reading }];
    const persons = people.map(({ person, name }) => ({ value: person, label: name }));
    const applied = [...natures.filter(({ value }) => value === asked.what).map(({ label }) => ({ text: label, href: hrefOf({ nature: '' }) })), ...persons.filter(({ value }) => value === asked.person).map(({ label }) => ({ text: label, href: hrefOf({ qui: '' }) }))];

    return (
      <>
        <Paragraph text={words.intro} />
        <Filters action={caseHref(caseId, 'journal')} kept={{}} applied={applied}>
          <Select field={field('nature')} label={words.filters.what} unanswered={words.filters.any} groups={[{ label: words.filters.what, options: natures }]} />
          <Select field={field('qui')} label={words.filters.who} unanswered={words.filters.any} groups={[{ label: words.filters.who, options: persons }]} />
        </Filters>
        <Heading level={2} text={words.count(String(total))} />
        {lines.length === 0 ? (
          <Paragraph text={words.none} />
        ) : (
          <Scroll>
            <Table caption={words.caption} columns={[words.when, words.who, words.what]} rows={lines.map(cells)} />
          </Scroll>
        )}
        <Pagination page={page} pages={Math.ceil(total / pageSize)} hrefOf={(to) => hrefOf({ page: String(to) })} />
      </>
    );
  },
};

function cells({ at, what, kind, person, name, role }: HistoryLine): Cell[] {
  const words = fr.office.history;
  const roleWords = role === null ? undefined : fr.office.standings[role as Standing];
  const who = person === null ? words.nobody : name === null ? words.aParty : roleWords ? words.whoWith(name, roleWords) : name;
  const done = what === 'reading' ? words.reading(fr.office.compartments[kind as CompartmentKind]) : (fr.office.acts[kind as keyof typeof fr.office.acts] ?? fr.office.otherAct);

  return [words.at(dateInWords(at, zone), hourInWords(at, zone)), who, done];
}

function readQuery(query: Readonly<Record<string, string>>) {
  const page = Number(query['page']);
  const person = query['qui'] ?? '';
  const what = (['act', 'reading'] as const).find((one) => one === query['nature']);

  return { what, person: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(person) ? person : undefined, page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1 };
}

function hrefWith(address: string, query: Record<string, string>): string {
  const asked = Object.entries(query).filter(([, value]) => value !== '');

  return asked.length === 0 ? address : `${address}?${new URLSearchParams(asked).toString()}`;
}
