import { date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';

/** Shape of `db/migrations/0018_post.sql`. */

export const outbox = pgTable(
  'outbox',
  {
    id: id('id').primaryKey(),
    personId: id('person_id').notNull(),
    template: text('template', { enum: ['message', 'digest'] }).notNull(),
    askedAt: instant('asked_at').notNull(),
    dueAt: instant('due_at').notNull(),
    tries: integer('tries').notNull().default(0),
    sentAt: instant('sent_at'),
    digestOn: date('digest_on', { mode: 'string' }),
  },
);

export const contactChoice = pgTable(
  'contact_choice',
  {
    personId: id('person_id').primaryKey(),
    mail: text('mail', { enum: ['neutral', 'none'] }).notNull(),
    chosenAt: instant('chosen_at').notNull(),
  },
);

export const secretMark = pgTable('secret_mark', { name: text('name').primaryKey(), mark: bytes('mark').notNull() });
