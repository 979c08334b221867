import { docketSorts, docketTabs, type DocketSort, type DocketTab } from '../../../../policies/docket.ts';
import { states, type State } from '../../../../policies/vocabulary.ts';
import type { Title } from '../../../mediation/docket-titles.ts';
import type { ListedCase, Listing } from '../../../mediation/list-cases.ts';
import { caseHref } from '../../about.ts';
import { fieldsOf } from '../../components/field.tsx';
import { Filters } from '../../components/filters.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Select } from '../../components/select.tsx';
import { type Cell, type Column, Scroll, Table } from '../../components/table.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Notice } from '../../components/messages.tsx';
import { Heading, Link, Paragraph } from '../../components/text.tsx';
import { dueInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { paperRequestHref, takesPaper } from './paper-request.tsx';

/** What the address asks, in its own words. `suivi`: « moi », « nobody », or an id. */
export type DocketQuery = {
  page: number;
  onglet?: DocketTab | undefined;
  etat?: State | undefined;
  echeance?: 'soon' | 'late' | undefined;
  suivi?: string | undefined;
  tri?: DocketSort | undefined;
  sens?: 'descending' | undefined;
};

/** A case one was offered, and until when. */
export type Offered = { case: string; reference: string; expiresAt: string };

type DocketProps = { visit: Visit; query: DocketQuery; listing: Listing; titles: ReadonlyMap<string, Title>; offered: readonly Offered[]; me: string; today: string };

/** The cases of an office: tabs by what they wait for, filters, a table. No name of a party, and nothing of what they wrote. */
export function DocketPage({ visit, query, listing, titles, offered, me, today }: DocketProps): JSX.Element {
  const words = fr.office.docket;
  const { counts, total } = listing;
  const tabs = [{ href: hrefOf({}), text: words.tab(words.tabs.all, String(counts.all)) }, ...docketTabs.map((tab) => ({ href: hrefOf({ onglet: tab }), text: words.tab(words.tabs[tab], String(counts[tab])) }))];

  return (
    <Page title={titleOf(query)} visit={visit} current="cases" width="full">
      <Heading level={1} text={words.title} />
      {offered.length > 0 ? <HandOvers offered={offered} /> : null}
      {takesPaper(visit.roles ?? []) ? (
        <Paragraph text="">
          <Link href={paperRequestHref} text={fr.paper.request.link} />
        </Paragraph>
      ) : null}
      <Paragraph text="">
        <Link href="/absences" text={fr.absences.link} />
      </Paragraph>
      {counts.unassigned > 0 ? (
        <Notice>
          <Paragraph text={words.unassigned(String(counts.unassigned), counts.unassigned > 1)}>
            <Link href={hrefOf({ suivi: 'nobody' })} text={words.seeUnassigned} />
          </Paragraph>
        </Notice>
      ) : null}
      <Tabs label={words.tabsLabel} tabs={tabs} current={hrefOf(query.onglet ? { onglet: query.onglet } : {})} />
      <DocketFilters query={query} listing={listing} me={me} />
      <Heading level={2} text={words.count(String(total), total > 1)} />
      {listing.cases.length > 0 ? <CaseTable query={query} listing={listing} titles={titles} today={today} /> : <Empty query={query} counts={counts} />}
      <Pagination page={listing.page} pages={Math.ceil(total / listing.size)} hrefOf={(page) => hrefOf({ ...query, page })} />
    </Page>
  );
}

/** What colleagues offer, and waits for an answer. */
function HandOvers({ offered }: Pick<DocketProps, 'offered'>): JSX.Element {
  const words = fr.turns.handOvers;

  return (
    <Notice>
      <Heading level={2} text={words.heading} />
      <Paragraph text={offered.length === 1 ? words.one : words.several(String(offered.length))} />
      {offered.map(({ case: id, reference, expiresAt }) => (
        <Paragraph text="">
          <Link href={caseHref(id)} text={words.line(reference, dateInWords(new Date(expiresAt), zone))} />
        </Paragraph>
      ))}
    </Notice>
  );
}

function DocketFilters({ query, listing: { people }, me }: Pick<DocketProps, 'query' | 'listing' | 'me'>): JSX.Element {
  const words = fr.office.docket;
  const field = fieldsOf({ etat: query.etat ?? '', echeance: query.echeance ?? '', suivi: query.suivi ?? '' }, []);
  const followers = [{ value: 'moi', label: words.me }, { value: 'nobody', label: words.nobody }, ...people.filter(({ person }) => person !== me).map(({ person, name }) => ({ value: person, label: name }))];
  const dues = [{ value: 'soon', label: words.tabs['due-soon'] }, { value: 'late', label: words.tabs.late }];
  const applied = (['etat', 'echeance', 'suivi'] as const).flatMap((name) => {
    const text = { etat: query.etat && fr.choices.states[query.etat], echeance: dues.find(({ value }) => value === query.echeance)?.label, suivi: followers.find(({ value }) => value === query.suivi)?.label }[name];

    return text ? [{ text, href: hrefOf({ ...query, [name]: undefined, page: 1 }) }] : [];
  });
  const kept = Object.fromEntries((['onglet', 'tri', 'sens'] as const).flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

  return (
    <Filters action="/dossiers" kept={kept} applied={applied}>
      <Select field={field('etat')} label={words.state} unanswered={words.any} groups={[{ label: words.state, options: states.map((value) => ({ value, label: fr.choices.states[value] })) }]} />
      <Select field={field('echeance')} label={words.deadline} unanswered={words.any} groups={[{ label: words.deadline, options: dues }]} />
      <Select field={field('suivi')} label={words.inCharge} unanswered={words.any} groups={[{ label: words.inCharge, options: followers }]} />
    </Filters>
  );
}

function CaseTable({ query, listing: { cases, people }, titles, today }: Pick<DocketProps, 'query' | 'listing' | 'titles' | 'today'>): JSX.Element {
  const words = fr.office.docket;
  const nameOf = new Map(people.map(({ person, name }) => [person, name]));
  const sortable = (text: string, sort: DocketSort): Column => sortedBy(query, text, sort);
  const columns = [sortable(words.reference, 'reference'), words.object, sortable(words.state, 'state'), sortable(words.deadline, 'deadline'), sortable(words.event, 'event'), words.inCharge];
  const rows = cases.map((one): Cell[] => [
    { text: one.reference, href: caseHref(one.case) },
    words.objectOf(shortened(titles.get(one.case)?.object ?? fr.choices.purposes[one.purpose].label), partiesOf(one, titles.get(one.case))),
    { tag: { text: fr.choices.states[one.state] } },
    due(one, today),
    dateInWords(new Date(one.lastEventAt), zone),
    one.inCharge === null ? words.nobody : (nameOf.get(one.inCharge) ?? words.somebody),
  ]);

  return (
    <Scroll>
      <Table caption={words.caption} columns={columns} rows={rows} />
    </Scroll>
  );
}

/** By their initials where their identity opens, else how many they are. */
function partiesOf({ parties: count }: ListedCase, title: Title | undefined): string {
  return title && title.parties.length === count ? title.parties.join(', ') : fr.office.docket.partyCount(String(count), count > 1);
}

const objectLength = 80;

/** As many whole words as a line of the table holds. */
function shortened(text: string): string {
  return text.length <= objectLength ? text : `${text.slice(0, objectLength).replace(/\s+\S*$/, '')}…`;
}

function due({ nextDeadline }: ListedCase, today: string): Cell {
  if (!nextDeadline) return fr.office.docket.noDeadline;
  const { rule, dueOn, isLate } = nextDeadline;
  const text = fr.office.docket.due(fr.choices.deadlines[rule] ?? fr.office.due.other, dueInWords(dueOn, today, isLate));

  return isLate ? { text, tag: { text: fr.office.due.isLate, tone: 'late' } } : text;
}

/** A heading that sorts; once more, it turns the order round. */
function sortedBy(query: DocketQuery, text: string, sort: DocketSort): Column {
  const isCurrent = (query.tri ?? docketSorts[0]) === sort;
  const isDescending = query.sens === 'descending';

  return {
    text,
    href: hrefOf({ ...query, tri: sort, sens: isCurrent && !isDescending ? 'descending' : undefined, page: 1 }),
    ...(isCurrent && { sorted: isDescending ? 'descending' : 'ascending' }),
  };
}

function Empty({ query, counts }: { query: DocketQuery; counts: Listing['counts'] }): JSX.Element {
  const words = fr.office.docket;
  const isFiltered = query.etat !== undefined || query.echeance !== undefined || query.suivi !== undefined;
  if (counts.all === 0) return <Paragraph text={words.emptyAtAll} />;
  if (isFiltered) return <Paragraph text={words.emptyFiltered} />;

  return <Paragraph text={query.onglet ? words.emptyTab(words.tabs[query.onglet]) : words.emptyPage} />;
}

/** The tab and the page are part of the title: no two addresses look alike in a history. */
function titleOf({ onglet, page }: DocketQuery): string {
  const words = fr.office.docket;
  const parts = [words.title, ...(onglet ? [words.tabs[onglet]] : []), ...(page > 1 ? [words.pageTitle(String(page))] : [])];

  return parts.join(' – ');
}

function hrefOf(query: Partial<DocketQuery>): string {
  const asked = Object.entries(query).filter(([name, value]) => value !== undefined && !(name === 'page' && value === 1));

  return asked.length === 0 ? '/dossiers' : `/dossiers?${new URLSearchParams(asked.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}
