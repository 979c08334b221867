import { pgTable } from 'drizzle-orm/pg-core';
import { bytes, id } from './columns.ts';

/** Shape of `db/migrations/0009_offices.sql`. */

export const signedMandate = pgTable(
  'signed_mandate',
  {
    mandateId: id('mandate_id').primaryKey(),
    signature: bytes('signature').notNull(),
  },
);
