import { bigint, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';

/** Shape of `db/migrations/0015_documents.sql`. */

export const document = pgTable('document', {
  id: id('id').primaryKey(),
  caseId: id('case_id').notNull(),
  compartmentId: id('compartment_id').notNull(),
  epochId: id('epoch_id').notNull(),
  itemId: id('item_id').notNull(),
  authorId: id('author_id').notNull(),
  size: bigint('size', { mode: 'number' }).notNull(),
  digest: bytes('digest').notNull(),
  sourceDigest: bytes('source_digest'),
  createdAt: instant('created_at').notNull(),
});

export const documentChunk = pgTable(
  'document_chunk',
  {
    documentId: id('document_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (row) => [primaryKey({ columns: [row.documentId, row.ordinal] })],
);

export const upload = pgTable('upload', {
  id: id('id').primaryKey(),
  caseId: id('case_id').notNull(),
  personId: id('person_id').notNull(),
  begunAt: instant('begun_at').notNull(),
});
