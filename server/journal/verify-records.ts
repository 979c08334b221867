import type postgres from 'postgres';

/** One place of the log with all that hangs on it; `leaf` and `index` are null while an entry waits for the sequencer. */
export type LogRecord = {
  id: string;
  index: number | null;
  leaf: Uint8Array | null;
  entry: EntryRow | null;
  sections: SectionRow[];
  readings: ReadingRow[];
};

export type EntryRow = {
  xid: string; ms: number; node: number; nodeEpoch: number; sequence: number; eventClass: number;
  commitment: Uint8Array; certificate: string | null; signature: Uint8Array | null;
};

export type SectionRow = { entry: string; ordinal: number; name: string; sealed: Uint8Array; clear: boolean; has_key: boolean };

export type ReadingRow = {
  entry: string; ordinal: number; case_id: string; compartment_id: string; role: string; person: string; minute: Date;
};

export type HeadRow = { size: number; root_hash: Uint8Array; edge: Uint8Array };

type Reader = postgres.TransactionSql;
type Joined = { id: string; index: string | null; leaf: Uint8Array | null; xid: string | null } & Omit<EntryRow, 'xid' | 'ms' | 'sequence'>
  & { ms: string; sequence: string };

const PAGE = 1000;

/** The log from its first leaf to its last, page by page, with the tree heads kept within each page by their size. */
export async function* leafPages(sql: Reader): AsyncGenerator<{ records: LogRecord[]; heads: Map<number, HeadRow> }> {
  for (let after = -1; ;) {
    const rows = await sql<Joined[]>`
      select l.entry as id, l.index, l.leaf, ${entryColumns(sql)}
      from journal_leaf l left join journal_entry e on e.id = l.entry
      where l.index > ${after} order by l.index limit ${PAGE}`;
    const last = Number(rows.at(-1)?.index ?? after);
    if (rows.length === 0) return;

    yield { records: await complete(sql, rows), heads: await headsBetween(sql, after + 1, last + 1) };
    after = last;
  }
}

/** Committed entries that are not leaves yet, in the order in which they will be. */
export async function* waitingPages(sql: Reader): AsyncGenerator<LogRecord[]> {
  for (let after: Pick<Joined, 'xid' | 'node' | 'nodeEpoch' | 'sequence'> = { xid: '0', node: -1, nodeEpoch: -1, sequence: '-1' }; ;) {
    const rows = await sql<Joined[]>`
      select e.id, null as index, null::bytea as leaf, ${entryColumns(sql)}
      from journal_entry e
      where (e.xid, e.node, e.node_epoch, e.sequence) > (${after.xid}::xid8, ${after.node}, ${after.nodeEpoch}, ${after.sequence})
        and not exists (select from journal_leaf l where l.entry = e.id)
      order by e.xid, e.node, e.node_epoch, e.sequence limit ${PAGE}`;
    const last = rows.at(-1);
    if (!last) return;

    yield complete(sql, rows);
    after = last;
  }
}

/** Every start of every node that is on record. */
export async function startsOf(sql: Reader): Promise<{ node: number; epoch: number }[]> {
  return sql<{ node: number; epoch: number }[]>`select node, epoch from journal_node order by node, epoch`;
}

/** The transaction of the last leaf; 0 when it is of another server, which a dump was taken of, and so orders nothing. */
export async function lastOwnXid(sql: Reader, last: LogRecord | undefined): Promise<bigint> {
  const [row] = await sql<{ horizon: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as horizon`;
  const xid = BigInt(last?.entry?.xid ?? 0);

  return xid < BigInt(row?.horizon ?? 0) ? xid : 0n;
}

/** Tree heads that say the log once was longer than `size`. */
export async function longestHeadBeyond(sql: Reader, size: number): Promise<number | null> {
  const [row] = await sql<{ size: string | null }[]>`select max(size) as size from tree_head where size > ${size}`;

  return row?.size ? Number(row.size) : null;
}

async function headsBetween(sql: Reader, above: number, upTo: number): Promise<Map<number, HeadRow>> {
  const rows = await sql<(Omit<HeadRow, 'size'> & { size: string })[]>`
    select size, root_hash, edge from tree_head where size > ${above} and size <= ${upTo} order by size`;

  return new Map(rows.map((row) => [Number(row.size), { ...row, size: Number(row.size) }]));
}

async function complete(sql: Reader, rows: Joined[]): Promise<LogRecord[]> {
  const ids = rows.map(({ id }) => id);
  const sections = byEntry(await sql<SectionRow[]>`
    select entry, ordinal, name, sealed, clear, exists (select from journal_key k where k.id = s.key) as has_key
    from journal_section s where entry = any (${ids}::uuid[]) order by entry, ordinal`);
  const readings = byEntry(await sql<ReadingRow[]>`
    select entry, ordinal, case_id, compartment_id, role, person, minute
    from reading where entry = any (${ids}::uuid[]) order by entry, ordinal`);

  return rows.map(({ id, index, leaf, xid, ms, sequence, ...entry }) => ({
    id, leaf,
    index: index === null ? null : Number(index),
    entry: xid === null ? null : { ...entry, xid, ms: Number(ms), sequence: Number(sequence) },
    sections: sections.get(id) ?? [],
    readings: readings.get(id) ?? [],
  }));
}

function byEntry<Row extends { entry: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.entry);
    if (group) group.push(row);
    else groups.set(row.entry, [row]);
  }

  return groups;
}

function entryColumns(sql: Reader) {
  return sql`e.xid::text as xid, e.ms, e.node, e.node_epoch as "nodeEpoch", e.sequence, e.class as "eventClass",
    e.commitment, e.certificate, e.signature`;
}
