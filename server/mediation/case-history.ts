import { sql } from 'drizzle-orm';
import type { CompartmentKind, Standing } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { Problem } from '../problems.ts';

/** A signed act, the opening of a compartment, or the end of the case (`ended`), which no one signs. `name`: of somebody who holds a mandate; a party is told by role alone. */
export type HistoryLine = { at: Date; what: 'act' | 'reading'; kind: string; person: string | null; name: string | null; role: string | null };
export type HistoryQuery = { what?: 'act' | 'reading' | undefined; person?: string | undefined; page?: number };
export type History = { total: number; page: number; lines: HistoryLine[]; people: { person: string; name: string }[] };

const pageSize = 50;

/** Who may see it: whoever runs the case by name. The secretary sees notices and identities, not who reads what. */
const watching = ['in-charge', 'delegate'] as const satisfies readonly Standing[];
/** One's own: that somebody writes there is nobody else's business. */
const ownKinds = ['notes', 'declaration'] as const satisfies readonly CompartmentKind[];
const officials = ['register', 'request', 'secretary', 'presiding', 'in-charge', 'stand-in', 'successor', 'alternate', 'delegate', 'convened', 'named', 'seated'] as const satisfies readonly Standing[];

/**
 * What happened in a case, the latest first: acts signed in it, its end, and what officials opened, after the end too; nothing of what parties read.
 * @throws Problem `not-found`
 */
export async function caseHistory(core: Core, session: Session, caseId: string, { what, person, page = 1 }: HistoryQuery = {}): Promise<History> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const mine = await tx.execute<{ standing: Standing }>(sql`select standing from own_standings(${caseId})`);
    const role = mine.map(({ standing }) => standing).find((standing) => (watching as readonly Standing[]).includes(standing));
    if (!role) throw new Problem('not-found');

    const rows = await tx.execute<Row>(sql`
      with lines as (
        select a.at, 'act' as what, a.kind, a.author_id as person, null as role from act a where a.case_id = ${caseId} and a.compartment_id is null
        union all
        select c.closed_at, 'act', 'ended', null, null from case_file c where c.id = ${caseId} and c.closed_at is not null
        union all
        select r.minute, 'reading', k.kind, r.person, r.role from reading r join compartment k on k.id = r.compartment_id
        where r.case_id = ${caseId} and r.role = any (string_to_array(${officials.join(',')}, ',')) and k.kind <> all (string_to_array(${ownKinds.join(',')}, ','))
      )
      select l.*, count(*) over () as total from lines l
      where (${what ?? null}::text is null or l.what = ${what ?? null}) and (${person ?? null}::uuid is null or l.person = ${person ?? null}::uuid)
      order by l.at desc, l.what, l.kind limit ${pageSize} offset ${(page - 1) * pageSize}`);
    const named = await tx.execute<{ person: string }>(sql`select author_id as person from act where case_id = ${caseId} union select person from reading where case_id = ${caseId}`);
    const names = await namesOf(tx, core, named.map((one) => one.person));
    await core.journal.append(tx, { event: 'listed', act: 'history', actor: { kind: 'person', person: session.person, role }, subject: { caseId }, detail: { count: rows.length }, signer: signerOf(session) });

    return {
      total: Number(rows[0]?.total ?? 0), page,
      lines: rows.map((row) => ({ at: new Date(row.at), what: row.what, kind: row.kind, person: row.person, role: row.role, name: row.person === null ? null : (names.get(row.person) ?? null) })),
      people: [...names].map(([id, name]) => ({ person: id, name })).sort((one, other) => one.name.localeCompare(other.name, 'fr')),
    };
  }, { caseId });
}

type Row = { at: string; what: 'act' | 'reading'; kind: string; person: string | null; role: string | null; total: string };
