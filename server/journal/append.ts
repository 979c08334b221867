import { sql } from 'drizzle-orm';
import type { Database, Tx } from '../../db/client.ts';
import { journalEntry, journalKey, journalNode, journalSection, reading } from '../../db/schema/journal.ts';
import { compose, composeVoid, type Draft } from './compose.ts';
import { checkEntry, type Entry } from './entry.ts';
import { hourKeys, type HourKey, type HourKeys } from './hour-keys.ts';
import { numbering, type Numbering } from './numbering.ts';
import type { Numbers } from './sections.ts';

export type { Codes, Entry, Reading, Signer, Written } from './entry.ts';

export type Receipt = { id: string; commitment: Uint8Array };

export type Journal = {
  /**
   * Writes an entry in the deed's transaction, at its `entente.now`; if this throws, the deed must not happen.
   * @throws JournalError when the entry holds what could be free text, or its signer is missing or out of place
   */
  append(tx: Tx, entry: Entry): Promise<Receipt>;
  /** Declares the numbers lost to rollbacks. Every append does; a quiet node calls this once a minute. */
  declareLost(tx: Tx): Promise<void>;
};

export type JournalOptions = {
  database: Database;
  deployment: string;
  /** This node's number, 0 to 65535; no two running nodes share one. */
  node: number;
  rootXwingPublicKey: Uint8Array;
};

/** Opens the journal of a node: a new epoch of its numbers, and what its former epoch lost declared void. */
export async function createJournal({ database, deployment, node, rootXwingPublicKey }: JournalOptions): Promise<Journal> {
  const keys = hourKeys({ deployment, node, rootXwingPublicKey });

  return database.withActor({ kind: 'system', job: 'journal' }, async (tx) => {
    const { epoch, lost } = await openEpoch(tx, node);
    const writer = { deployment, node, epoch, keys, numbers: numbering(epoch, lost) };
    await append(writer, tx, { event: 'node-started', actor: { kind: 'system' }, detail: { epoch } });

    return {
      append: (deed, entry) => append(writer, deed, entry),
      declareLost: (deed) => declareLost(writer, deed),
    };
  });
}

type Writer = { deployment: string; node: number; epoch: number; keys: HourKeys; numbers: Numbering };
type Moment = { xid: string; now: Date };

async function openEpoch(tx: Tx, node: number): Promise<{ epoch: number; lost: Numbers[] }> {
  const [last] = await tx.execute<{ epoch: number; now: string }>(
    sql`select coalesce(max(epoch), 0) as epoch, current_setting('entente.now') as now from journal_node where node = ${node}`,
  );
  const former = last?.epoch ?? 0;
  await tx.insert(journalNode).values({ node, epoch: former + 1, started: new Date(last?.now ?? NaN) });
  const gaps = await tx.execute<{ from: string; to: string }>(sql`
    select before + 1 as "from", sequence - 1 as "to"
    from (select sequence, lag(sequence, 1, -1::bigint) over (order by sequence) as before
          from journal_entry where node = ${node} and node_epoch = ${former}) as numbered
    where sequence > before + 1 order by sequence`);

  return { epoch: former + 1, lost: gaps.map(({ from, to }) => ({ epoch: former, from: Number(from), to: Number(to) })) };
}

async function append(writer: Writer, tx: Tx, entry: Entry): Promise<Receipt> {
  checkEntry(entry);
  const moment = await ask(writer, tx);
  const key = await writer.keys.at(moment.now);
  const draft = compose(writer.deployment, key, moment.now, entry);
  await insert(writer, tx, moment, key, [draft]);

  return { id: draft.id, commitment: draft.commitment };
}

async function declareLost(writer: Writer, tx: Tx): Promise<void> {
  const moment = await ask(writer, tx);
  await insert(writer, tx, moment, await writer.keys.at(moment.now), []);
}

/** One round trip: which transaction this is and when, what became of the earlier ones, whether the key is kept. */
async function ask({ keys, numbers }: Writer, tx: Tx): Promise<Moment> {
  const key = keys.latest();
  const [answer] = await tx.execute<{ xid: string; now: string; fates: Record<string, string | null>; is_key_kept: boolean }>(sql`
    select pg_current_xact_id()::text as xid, current_setting('entente.now') as now,
      exists (select from journal_key where id = ${key?.id ?? null}::uuid and xid <> pg_current_xact_id()) as is_key_kept,
      (select coalesce(json_object_agg(x, case when x::xid8 < pg_snapshot_xmax(pg_current_snapshot())
                                               then pg_xact_status(x::xid8) else 'in progress' end), '{}')
       from unnest(string_to_array(${numbers.open().join(',')}, ',')) as x) as fates`);
  if (!answer) throw new RangeError('the database gave no answer');

  numbers.settle(answer.fates);
  if (key && answer.is_key_kept) key.isKept = true;

  return { xid: answer.xid, now: new Date(answer.now) };
}

/** Numbers the drafts, adds what was lost meanwhile, and stores all of it in one round trip. */
async function insert(writer: Writer, tx: Tx, { xid, now }: Moment, key: HourKey, composed: Draft[]): Promise<void> {
  const { deployment, node, epoch, numbers } = writer;
  const lost = numbers.takeLost();
  const drafts = lost.length > 0 ? [...composed, composeVoid(deployment, key, lost)] : composed;
  if (drafts.length === 0) return;

  const from = numbers.take(xid, drafts.length, lost);
  const entries = drafts.map(({ id, eventClass, commitment, certificate, signature }, place) => ({
    id, ms: now.getTime(), node, nodeEpoch: epoch, sequence: from + place, eventClass, commitment, certificate, signature,
  }));
  const sections = drafts.flatMap(({ id, sections }) => sections.map(({ name, stored, key }, ordinal) => ({
    entry: id, ordinal, name, sealed: stored, clear: key === null, key,
  })));
  const readings = drafts.flatMap(({ id, readings }) => readings.map(({ compartment, ...opened }) => ({
    entry: id, compartmentId: compartment, ...opened,
  })));

  await Promise.all([
    tx.insert(journalEntry).values(entries),
    tx.insert(journalSection).values(sections),
    readings.length > 0 && tx.insert(reading).values(readings),
    key.isKept || storeKey(tx, key),
  ]);
}

async function storeKey(tx: Tx, { id, node, hour, sealed }: HourKey): Promise<void> {
  await tx.insert(journalKey).values({ id, node, hour, recipient: 'root', ...sealed }).onConflictDoNothing();
}
