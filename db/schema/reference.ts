import { date, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';

/** Shape of `db/migrations/0001_reference.sql`, and of `0018_post.sql` for who set a setting. */

export const department = pgTable(
  'department',
  {
    code: text('code').primaryKey(),
    regionCode: text('region_code').notNull(),
    name: text('name').notNull(),
    zone: text('zone').notNull(),
  },
);

export const territory = pgTable(
  'territory',
  {
    id: id('id').primaryKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    opensOn: date('opens_on', { mode: 'string' }).notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validTo: date('valid_to', { mode: 'string' }),
  },
);

export const territoryRegion = pgTable(
  'territory_region',
  {
    territoryId: id('territory_id').notNull(),
    regionCode: text('region_code').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validTo: date('valid_to', { mode: 'string' }),
  },
  (row) => [primaryKey({ columns: [row.territoryId, row.regionCode, row.validFrom] })],
);

export const establishment = pgTable(
  'establishment',
  {
    id: id('id').primaryKey(),
    identifier: text('identifier').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    departmentCode: text('department_code').notNull(),
    ghtId: id('ght_id'),
    jointManagementId: id('joint_management_id'),
    localScheme: text('local_scheme', { enum: ['own', 'shared', 'none'] }).notNull(),
    schemeContact: text('scheme_contact'),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validTo: date('valid_to', { mode: 'string' }),
  },
);

export const localSchemeEntry = pgTable(
  'local_scheme',
  {
    establishmentId: id('establishment_id').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    form: text('form', { enum: ['own', 'shared', 'none'] }).notNull(),
    sharedWith: id('shared_with'),
    contactFunction: text('contact_function'),
    telephone: text('telephone'),
    email: text('email'),
    setBy: id('set_by').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.establishmentId, row.validFrom] })],
);

export const functionHolder = pgTable(
  'function_holder',
  {
    id: id('id').primaryKey(),
    personKey: id('person_key').notNull(),
    establishmentId: id('establishment_id').notNull(),
    function: text('function', { enum: ['director', 'cme-president', 'dean', 'school-head'] }).notNull(),
    profile: bytes('profile').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validTo: date('valid_to', { mode: 'string' }),
  },
);

export const setting = pgTable(
  'setting',
  {
    key: text('key').notNull(),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    value: jsonb('value').notNull(),
    mark: text('mark', { enum: ['L', 'C', 'O', 'P', 'I', 'U'] }).notNull(),
    source: text('source').notNull(),
    setBy: id('set_by'),
    setAt: instant('set_at'),
  },
  (row) => [primaryKey({ columns: [row.key, row.validFrom] })],
);
