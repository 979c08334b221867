import type postgres from 'postgres';
import { JournalError } from './errors.ts';
import { leafBytes } from './leaf.ts';
import { edgeBytes, emptyTree, grow, rootOf, treeFrom, type Tree } from './tree.ts';

/** Leaves added by one look, and committed entries that must wait for an older transaction; null when nobody looked. */
export type Batch = { leaves: number; waiting: number | null };

/** "journal" in ASCII: the advisory lock of the one sequencer of a database. */
const LOCK = '0x6a6f75726e616c';
const LARGEST_BATCH = 4096;

type Row = {
  id: string; ms: string; node: number; node_epoch: number; sequence: string; class: number; commitment: Uint8Array; is_ready: boolean;
};

/**
 * In one transaction: reads the committed entries no older transaction can still come before, and makes leaves of them
 * and a new tree head. Does nothing when another sequencer is at it. The tree grows from the edge of the last head, so
 * there is nothing to rebuild when another node takes over.
 * @throws JournalError `log-broken` when leaves and tree head do not fit: it never builds on a log that was cut
 */
export async function sequenceBatch(client: postgres.Sql, at: Date): Promise<Batch> {
  return client.begin(async (tx) => {
    const [lock] = await tx<{ is_held: boolean }[]>`select pg_try_advisory_xact_lock(${BigInt(LOCK).toString()}::bigint) as is_held`;
    if (!lock?.is_held) return { leaves: 0, waiting: null };

    const { tree, from } = await readEnd(tx);
    const rows = await readOutbox(tx, from);
    const ready = rows.filter((row) => row.is_ready);
    if (ready.length > 0) await addLeaves(tx, tree, ready, at);

    return { leaves: ready.length, waiting: rows.length - ready.length };
  });
}

/** Of the entries given, or else of all committed ones, those that are not leaves yet. */
export async function unsequenced(client: postgres.Sql, among?: string[]): Promise<string[]> {
  const rows = await client<{ id: string }[]>`
    select id from journal_entry e
    where ${among ? client`id = any (${among}::uuid[])` : client`true`}
      and not exists (select from journal_leaf l where l.entry = e.id)`;

  return rows.map(({ id }) => id);
}

/**
 * The tree so far, and the transaction from which to read on: that of the last leaf, since leaves are in the order of
 * transactions. A number this server has not reached comes from the server a dump was taken of; then all are read.
 */
async function readEnd(tx: postgres.TransactionSql): Promise<{ tree: Tree; from: string }> {
  const [head] = await tx<{ size: string; edge: Uint8Array; root_hash: Uint8Array }[]>`
    select size, edge, root_hash from tree_head order by size desc limit 1`;
  const [last] = await tx<{ index: string; from: string }[]>`
    select index, case when xid < pg_snapshot_xmax(pg_current_snapshot()) then xid else '0' end::text as from
    from journal_leaf l left join journal_entry e on e.id = l.entry order by index desc limit 1`;
  const size = last ? Number(last.index) + 1 : 0;
  const tree = head ? treeFrom(Number(head.size), head.edge) : emptyTree();
  if (!tree || tree.size !== size) throw new JournalError('log-broken', `leaves end at ${size}`);
  if (head && !Buffer.from(head.root_hash).equals(rootOf(tree))) throw new JournalError('log-broken', `tree head ${size}`);

  return { tree, from: last?.from ?? '0' };
}

async function readOutbox(tx: postgres.TransactionSql, from: string): Promise<Row[]> {
  return tx<Row[]>`
    with now as materialized (select pg_current_snapshot() as snapshot)
    select id, ms, node, node_epoch, sequence, class, commitment,
      xid < pg_snapshot_xmin(snapshot) or xid >= pg_snapshot_xmax(snapshot) as is_ready
    from journal_entry e, now
    where xid >= ${from}::xid8 and not exists (select from journal_leaf l where l.entry = e.id)
    order by xid, node, node_epoch, sequence
    limit ${LARGEST_BATCH}`;
}

async function addLeaves(tx: postgres.TransactionSql, tree: Tree, rows: Row[], at: Date): Promise<void> {
  const leaves = rows.map((row, place) => ({
    index: tree.size + place,
    entry: row.id,
    leaf: leafBytes({
      ms: Number(row.ms), node: row.node, nodeEpoch: row.node_epoch, sequence: Number(row.sequence),
      eventClass: row.class, commitment: row.commitment,
    }),
    at,
  }));
  for (const { leaf } of leaves) grow(tree, leaf);
  await tx`insert into journal_leaf ${tx(leaves, 'index', 'entry', 'leaf', 'at')}`;
  await tx`insert into tree_head ${tx([{ size: tree.size, root_hash: rootOf(tree), edge: edgeBytes(tree), at }])}`;
}
