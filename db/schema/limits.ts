import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** Shape of `db/migrations/0007_limits.sql`: attempts counted per window. */
export const attemptWindow = pgTable(
  'attempt_window',
  {
    kind: text('kind').notNull(),
    keyHash: bytes('key_hash').notNull(),
    windowStart: instant('window_start').notNull(),
    endsAt: instant('ends_at').notNull(),
    count: integer('count').notNull(),
  },
  (row) => [primaryKey({ columns: [row.kind, row.keyHash, row.windowStart] })],
);
