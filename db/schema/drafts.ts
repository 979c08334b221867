import { date, pgTable } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** Shape of `db/migrations/0014_draft.sql`: requests being written. */
export const draft = pgTable('draft', {
  idHash: bytes('id_hash').primaryKey(),
  sealed: bytes('sealed').notNull(),
  savedAt: instant('saved_at').notNull(),
  eraseOn: date('erase_on', { mode: 'string' }).notNull(),
});
