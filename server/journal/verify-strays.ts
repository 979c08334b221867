import type postgres from 'postgres';
import type { Finding } from './verify-findings.ts';

/** What no entry accounts for: sections and readings of entries that never were, and one commitment used twice. */
export async function strays(sql: postgres.TransactionSql): Promise<Finding[]> {
  const sections = await sql<{ entry: string }[]>`
    select distinct entry from journal_section s
    where not exists (select from journal_entry e where e.id = s.entry) and not exists (select from journal_leaf l where l.entry = s.entry)`;
  const readings = await sql<{ entry: string }[]>`
    select entry from reading r where not exists (select from journal_entry e where e.id = r.entry)`;
  const repeated = await sql<{ entry: string }[]>`
    select unnest(array_agg(id)) as entry from journal_entry group by commitment having count(*) > 1`;

  return [
    ...sections.map(({ entry }): Finding => ({ code: 'section-forged', index: null, entry })),
    ...readings.map(({ entry }): Finding => ({ code: 'reading-forged', index: null, entry })),
    ...repeated.map(({ entry }): Finding => ({ code: 'entry-repeated', index: null, entry })),
  ];
}
