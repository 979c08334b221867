import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** Shape of `db/migrations/0006_idempotency.sql`: requests already received, with their answers. */
export const idempotency = pgTable('idempotency', {
  keyHash: bytes('key_hash').primaryKey(),
  route: text('route').notNull(),
  whoHash: bytes('who_hash').notNull(),
  bodyHash: bytes('body_hash').notNull(),
  status: integer('status'),
  sealedAnswer: bytes('sealed_answer'),
  createdAt: instant('created_at').notNull(),
});
