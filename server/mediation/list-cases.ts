import { sql, type SQL } from 'drizzle-orm';
import { docketSize, endedStates, soonDays, statesByTab, type DocketSort, type DocketTab } from '../../policies/docket.ts';
import type { Purpose, State, Tier } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { openProfile } from '../people/profile.ts';

/** `inCharge`: an id, or `nobody`. Nothing given: everything within reach, the next deadline first. */
export type ListingQuery = {
  page?: number;
  size?: number;
  tab?: DocketTab | undefined;
  state?: string | undefined;
  due?: 'soon' | 'late' | undefined;
  inCharge?: string | undefined;
  sort?: DocketSort | undefined;
  isDescending?: boolean | undefined;
};

export type ListedCase = {
  case: string; reference: string; tier: Tier; state: State; purpose: Purpose; receivedAt: string; parties: number;
  inCharge: string | null; isInCharge: boolean; lastEventAt: string; nextDeadline: { rule: string; dueOn: string; isLate: boolean } | null;
};

export type Listing = {
  total: number; page: number; size: number; cases: ListedCase[];
  /** Over everything within reach, whatever is asked: each tab, all, and what nobody has taken in charge. */
  counts: Record<DocketTab | 'all' | 'unassigned', number>;
  /** Who is in charge of at least one of them. */
  people: { person: string; name: string }[];
};

/**
 * The cases that exist for a person, in one question; one journal entry with the count, not a reading of each.
 * `lastEventAt` is the latest of the dates the case bears and of the clocks started or met in it.
 */
export async function listCases(core: Core, session: Session, query: ListingQuery = {}): Promise<Listing> {
  const { page = 1, size = docketSize.usual } = query;

  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const [read] = await tx.execute<ReadListing>(question({ ...query, page, size }));
    const { counts, lines, people } = read as ReadListing;
    await core.journal.append(tx, { event: 'listed', act: 'docket', actor: { kind: 'person', person: session.person }, detail: { count: lines.length }, signer: signerOf(session) });

    return {
      total: counts.chosen, page, size, counts: without(counts, 'chosen'),
      cases: lines.map((line) => listed(line, session.person)),
      people: people.map(({ id, profile }) => ({ person: id, name: openProfile(core, id, Buffer.from(profile, 'base64')).name })).sort((one, other) => one.name.localeCompare(other.name, 'fr')),
    };
  });
}

type Line = {
  id: string; reference: string; tier: Tier; state: State; purpose: Purpose; received_at: string; parties: number; in_charge: string | null; event_at: string;
  rule: string | null; due_on: string | null; is_late: boolean | null;
};
type ReadListing = { counts: Listing['counts'] & { chosen: number }; lines: Line[]; people: { id: string; profile: string }[] };

const orders: Record<DocketSort, SQL> = {
  deadline: sql`l.due_at`,
  reference: sql`l.reference`,
  state: sql`l.state`,
  event: sql`l.event_at`,
};

function question({ page = 1, size = docketSize.usual, tab, state, due, inCharge, sort = 'deadline', isDescending = false }: ListingQuery): SQL {
  const person = inCharge === undefined || inCharge === 'nobody' ? null : inCharge;
  const direction = isDescending ? sql`desc` : sql`asc`;

  return sql`
    with mine as materialized (
      select c.id, c.reference, c.tier, c.state, c.purpose, c.received_at, c.in_charge, c.state = any (${words(endedStates)}) as has_ended,
        greatest(c.received_at, c.acknowledged_at, c.charged_at, c.consented_at, c.closed_at) as last_at
      from case_file c
    ), clocks as materialized (
      select d.case_id, d.rule, d.due_on, d.due_at, d.met_at, greatest(d.start_at, d.met_at) as at from deadline d
    ), next as (
      select distinct on (case_id) case_id, rule, due_on, due_at from clocks where met_at is null order by case_id, due_at
    ), events as (
      select case_id, max(at) as at from clocks group by case_id
    ), sizes as (
      select p.case_id, count(*) as parties from party p group by p.case_id
    ), due as (
      select m.*, greatest(m.last_at, e.at) as event_at, coalesce(z.parties, 0) as parties, n.rule, n.due_on, n.due_at
      from mine m left join next n on n.case_id = m.id and not m.has_ended left join events e on e.case_id = m.id left join sizes z on z.case_id = m.id
    ), lines as materialized (
      select *, due_at < entente_now() as is_late, due_at >= entente_now() and due_at < entente_now() + make_interval(days => ${soonDays}) as is_soon from due
    ), chosen as materialized (
      select * from lines l
      where ${ofTab(tab)} and (${state ?? null}::text is null or l.state = ${state ?? null})
        and (${due ?? null}::text is null or ${due ?? null} = 'soon' and l.is_soon or ${due ?? null} = 'late' and l.is_late)
        and (${inCharge ?? null}::text is distinct from 'nobody' or l.in_charge is null and not l.has_ended)
        and (${person}::uuid is null or l.in_charge = ${person}::uuid)
    ), shown as (
      select l.*, row_number() over (order by ${orders[sort]} ${direction} nulls last, l.received_at desc, l.id) as rank from chosen l
      order by rank limit ${size} offset ${(page - 1) * size}
    )
    select
      (select json_build_object('chosen', (select count(*) from chosen), 'all', count(*), 'unassigned', count(*) filter (where l.in_charge is null and not l.has_ended),
        ${tabCounts()}) from lines l) as counts,
      (select coalesce(json_agg(json_build_object('id', s.id, 'reference', s.reference, 'tier', s.tier, 'state', s.state, 'purpose', s.purpose, 'received_at', s.received_at,
        'in_charge', s.in_charge, 'event_at', s.event_at, 'rule', s.rule, 'due_on', s.due_on, 'is_late', s.is_late, 'parties', s.parties) order by s.rank), '[]') from shown s) as lines,
      (select coalesce(json_agg(json_build_object('id', p.id, 'profile', encode(p.profile, 'base64'))), '[]')
        from person p where p.id in (select l.in_charge from lines l)) as people`;
}

function ofTab(tab: DocketTab | undefined): SQL {
  if (tab === undefined) return sql`true`;
  if (tab === 'late') return sql`l.is_late`;

  return tab === 'due-soon' ? sql`l.is_soon` : sql`l.state = any (${words(statesByTab[tab])})`;
}

function tabCounts(): SQL {
  const tabs = [...(Object.keys(statesByTab) as (keyof typeof statesByTab)[]), 'due-soon', 'late'] as const;

  return sql.join(tabs.map((tab) => sql`${sql.raw(`'${tab}'`)}, count(*) filter (where ${ofTab(tab)})`), sql`, `);
}

function words(list: readonly string[]): SQL {
  return sql`string_to_array(${list.join(',')}, ',')`;
}

function listed({ id, received_at: receivedAt, in_charge: inCharge, event_at: lastEventAt, rule, due_on: dueOn, is_late: isLate, ...line }: Line, person: string): ListedCase {
  return {
    case: id, ...line, receivedAt: new Date(receivedAt).toISOString(), inCharge, isInCharge: inCharge === person, lastEventAt: new Date(lastEventAt).toISOString(),
    nextDeadline: rule === null || dueOn === null ? null : { rule, dueOn, isLate: isLate ?? false },
  };
}

function without<T extends object, K extends keyof T>(whole: T, left: K): Omit<T, K> {
  const { [left]: _, ...rest } = whole;

  return rest;
}
