import { date, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** Shape of `db/migrations/0021_sittings.sql`. */

export const sitting = pgTable(
  'sitting',
  {
    id: id('id').primaryKey(),
    officeId: id('office_id').notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    scheduledBy: id('scheduled_by').notNull(),
    scheduledAt: instant('scheduled_at').notNull(),
  },
);

export const sittingCase = pgTable(
  'sitting_case',
  {
    sittingId: id('sitting_id').notNull(),
    caseId: id('case_id').notNull(),
    putBy: id('put_by').notNull(),
    putAt: instant('put_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.sittingId, row.caseId] })],
);
