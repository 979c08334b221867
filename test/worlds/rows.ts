import type postgres from 'postgres';
import type { CompartmentKind } from '../../policies/vocabulary.ts';
import type { Copy } from './copies.ts';

/** The rows of a case as a superuser sees them. */
export type CaseRows = {
  places: { id: string; kind: CompartmentKind; subject: string | null; readable_until: Date | null }[];
  epochs: { id: string; compartment_id: string; number: number; audience: 'preparation' | 'mediation'; opened_at: Date; closed_at: Date | null }[];
  items: { id: string; epoch_id: string }[];
  /** Who can open which epoch's key: by name, in their ring, or through an office key they share. */
  live: Pair[];
  due: Pair[];
  stale: Pair[];
  /** Open office keys: for which use, and who shares each. */
  officeKeys: { office_id: string; use: string; holders: string[] }[];
};
export type Pair = { epoch: string; person: string };

export async function caseRows({ superuser, clock }: Copy, caseId: string): Promise<CaseRows> {
  return superuser.begin(async (sql) => {
    await sql`select set_config('entente.now', ${clock.now().toISOString()}, true)`;
    const [places, epochs, items, grants, rings, shares, keys, due, stale] = await Promise.all([
      sql<CaseRows['places']>`select id, kind, subject, readable_until from compartment where case_id = ${caseId}`,
      sql<(CaseRows['epochs'][number] & { number: string })[]>`select id, compartment_id, number, audience, opened_at, closed_at from epoch where case_id = ${caseId} order by number`,
      sql<CaseRows['items']>`select id, epoch_id from item where case_id = ${caseId}`,
      sql<{ epoch_id: string; recipient_kind: string; recipient_id: string }[]>`select epoch_id, recipient_kind, recipient_id from key_grant where case_id = ${caseId}`,
      sql<{ epoch_id: string; person_id: string }[]>`select epoch_id, person_id from ring_key where case_id = ${caseId}`,
      sql<{ office_key_id: string; person_id: string }[]>`select office_key_id, person_id from office_key_share`,
      sql<{ id: string; office_id: string; use: string }[]>`select id, office_id, use from office_key where closed_at is null`,
      sql<{ epoch_id: string; person_id: string }[]>`select epoch_id, person_id from grants_due(${caseId})`,
      sql<{ epoch_id: string; person_id: string }[]>`select epoch_id, person_id from grants_stale(${caseId})`,
    ]);
    const sharing = (key: string) => shares.filter(({ office_key_id }) => office_key_id === key).map(({ person_id }) => person_id);
    const live = [
      ...grants.flatMap(({ epoch_id: epoch, recipient_kind, recipient_id }) => {
        if (recipient_kind === 'person') return [{ epoch, person: recipient_id }];

        return recipient_kind === 'office' ? sharing(recipient_id).map((person) => ({ epoch, person })) : [];
      }),
      ...rings.map(({ epoch_id: epoch, person_id: person }) => ({ epoch, person })),
    ];

    return {
      places: [...places], items: [...items], live, due: due.map(pair), stale: stale.map(pair),
      epochs: epochs.map((row) => ({ ...row, number: Number(row.number) })),
      officeKeys: keys.map(({ id, office_id, use }) => ({ office_id, use, holders: sharing(id) })),
    };
  });
}

/** What row-level security shows each person: cases, epochs whose content they reach, epochs of which an item is seen. */
export type Sight = { cases: Set<string>; epochs: Set<string>; written: Set<string> };

export async function sightOf({ app, clock }: Copy, persons: readonly string[]): Promise<Map<string, Sight>> {
  const now = clock.now().toISOString();

  return app.begin(async (sql) => {
    const seen = await Promise.all(persons.map((person) => look(sql, person, now)));

    return new Map(persons.map((person, place) => [person, seen[place] as Sight]));
  });
}

async function look(sql: postgres.TransactionSql, person: string, now: string): Promise<Sight> {
  // Queries of one connection run in the order in which they are sent.
  const [, rows] = await Promise.all([
    sql`select set_config('entente.actor', ${person}, true), set_config('entente.now', ${now}, true)`,
    sql<{ cases: string[]; epochs: string[]; written: string[] }[]>`
      select array(select id::text from case_file) as cases, array(select e::text from reachable_compartments() e) as epochs,
        array(select distinct epoch_id::text from item) as written`,
  ]);
  const { cases = [], epochs = [], written = [] } = rows[0] ?? {};

  return { cases: new Set(cases), epochs: new Set(epochs), written: new Set(written) };
}

function pair({ epoch_id, person_id }: { epoch_id: string; person_id: string }): Pair {
  return { epoch: epoch_id, person: person_id };
}
