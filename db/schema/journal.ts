import { sql } from 'drizzle-orm';
import { bigint, boolean, customType, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';

/** A transaction's 64-bit number, as decimal text; the database fills it in. */
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });
const ownTransaction = sql`pg_current_xact_id()`;

/** What happened, in the deed's own transaction; the sequencer makes a leaf of it. */
export const journalEntry = pgTable('journal_entry', {
  id: id().primaryKey(),
  xid: xid8('xid').notNull().default(ownTransaction),
  /** The deed's `entente.now`, in milliseconds since 1970 (UTC). */
  ms: bigint('ms', { mode: 'number' }).notNull(),
  node: integer('node').notNull(),
  nodeEpoch: integer('node_epoch').notNull(),
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
  eventClass: smallint('class').notNull(),
  commitment: bytes('commitment').notNull().unique(),
  certificate: uuid('certificate'),
  signature: bytes('signature'),
}, (table) => [unique().on(table.node, table.nodeEpoch, table.sequence)]);

/** The parts of an entry: sealed under the hourly key, or in clear when anyone must be able to check them. */
export const journalSection = pgTable('journal_section', {
  entry: uuid('entry').notNull().references(() => journalEntry.id),
  ordinal: smallint('ordinal').notNull(),
  name: text('name').notNull(),
  sealed: bytes('sealed').notNull(),
  clear: boolean('clear').notNull(),
  key: uuid('key'),
}, (table) => [primaryKey({ columns: [table.entry, table.ordinal] })]);

/** An hourly node key, sealed once. Every transaction that meets it before it is known to be kept stores a copy. */
export const journalKey = pgTable('journal_key', {
  id: id().notNull(),
  xid: xid8('xid').notNull().default(ownTransaction),
  node: integer('node').notNull(),
  hour: instant('hour').notNull(),
  recipient: text('recipient', { enum: ['root', 'audit'] }).notNull(),
  enc: bytes('enc').notNull(),
  ciphertext: bytes('ciphertext').notNull(),
}, (table) => [primaryKey({ columns: [table.id, table.xid] })]);

/** Who read me: one row per compartment opened, whose bytes are also the `reading` section of the same ordinal. */
export const reading = pgTable('reading', {
  entry: uuid('entry').notNull().references(() => journalEntry.id),
  ordinal: smallint('ordinal').notNull(),
  caseId: uuid('case_id').notNull(),
  compartmentId: uuid('compartment_id').notNull(),
  role: text('role').notNull(),
  person: uuid('person').notNull(),
  minute: instant('minute').notNull(),
}, (table) => [primaryKey({ columns: [table.entry, table.ordinal] })]);

/** The log itself: 56 bytes at an index. */
export const journalLeaf = pgTable('journal_leaf', {
  index: bigint('index', { mode: 'number' }).primaryKey(),
  entry: uuid('entry').notNull().unique().references(() => journalEntry.id),
  leaf: bytes('leaf').notNull(),
  at: instant('at').notNull(),
});

/** The tree after each batch: its root, and its right edge, from which the next batch grows. */
export const treeHead = pgTable('tree_head', {
  size: bigint('size', { mode: 'number' }).primaryKey(),
  rootHash: bytes('root_hash').notNull(),
  edge: bytes('edge').notNull(),
  at: instant('at').notNull(),
});

/** The starts of each node; every start opens a new epoch of its sequence numbers. */
export const journalNode = pgTable('journal_node', {
  node: integer('node').notNull(),
  epoch: integer('epoch').notNull(),
  started: instant('started').notNull(),
}, (table) => [primaryKey({ columns: [table.node, table.epoch] })]);
