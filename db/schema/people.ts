import { bigint, boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';

/** Shape of `db/migrations/0002_people.sql`. */

export const person = pgTable(
  'person',
  {
    id: id('id').primaryKey(),
    loginHmac: bytes('login_hmac').notNull(),
    profile: bytes('profile').notNull(),
    createdAt: instant('created_at').notNull(),
  },
);

export const slot = pgTable(
  'slot',
  {
    id: id('id').primaryKey(),
    personId: id('person_id').notNull(),
    kind: text('kind', { enum: ['passphrase', 'recovery'] }).notNull(),
    salt: bytes('salt').notNull(),
    memoryKib: integer('memory_kib'),
    passes: integer('passes'),
    lanes: integer('lanes'),
    pepperVersion: integer('pepper_version'),
    statementDigest: bytes('statement_digest').notNull(),
    sealed: bytes('sealed').notNull(),
    createdAt: instant('created_at').notNull(),
  },
);

export const statement = pgTable(
  'statement',
  {
    digest: bytes('digest').primaryKey(),
    personId: id('person_id').notNull(),
    version: bigint('version', { mode: 'number' }).notNull(),
    kind: text('kind', { enum: ['self', 'mandate', 'next', 'office', 'reproof'] }).notNull(),
    xwingPublic: bytes('xwing_public').notNull(),
    identityPublic: bytes('identity_public').notNull(),
    previous: bytes('previous'),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to'),
    officeId: id('office_id'),
    role: text('role'),
  },
);

export const statementSignature = pgTable(
  'statement_signature',
  {
    statementDigest: bytes('statement_digest').notNull(),
    signedBy: text('signed_by', { enum: ['subject', 'enrolment', 'root', 'registrar', 'previous', 'session'] }).notNull(),
    signer: bytes('signer'),
    signature: bytes('signature').notNull(),
    at: instant('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.statementDigest, row.signature] })],
);

export const sessionCertificate = pgTable(
  'session_certificate',
  {
    id: id('id').primaryKey(),
    personId: id('person_id').notNull(),
    statementDigest: bytes('statement_digest').notNull(),
    idHash: bytes('id_hash').notNull(),
    publicKey: bytes('public_key').notNull(),
    notBefore: instant('not_before').notNull(),
    expiresAt: instant('expires_at').notNull(),
    signature: bytes('signature').notNull(),
    endedAt: instant('ended_at'),
  },
);

export const session = pgTable(
  'session',
  {
    idHash: bytes('id_hash').primaryKey(),
    certificateId: id('certificate_id').notNull(),
    personId: id('person_id').notNull(),
    sealed: bytes('sealed').notNull(),
    idleMinutes: integer('idle_minutes').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
  },
);

export const office = pgTable(
  'office',
  {
    id: id('id').primaryKey(),
    tier: text('tier', { enum: ['local', 'regional', 'national', 'service', 'institution'] }).notNull(),
    code: text('code').notNull(),
    territoryId: id('territory_id'),
    establishmentId: id('establishment_id'),
    capacity: text('capacity', { enum: ['director', 'cme-president', 'dean', 'school-head', 'ars', 'cng', 'prefect', 'ministers'] }),
    regionCode: text('region_code'),
    departmentCode: text('department_code'),
    openedBy: id('opened_by'),
    openedAt: instant('opened_at').notNull(),
  },
);

export const mandate = pgTable(
  'mandate',
  {
    id: id('id').primaryKey(),
    personId: id('person_id').notNull(),
    officeId: id('office_id').notNull(),
    role: text('role', { enum: ['mediator', 'deputy', 'secretary', 'member', 'conciliator', 'administrator', 'registrar', 'auditor', 'referrer'] }).notNull(),
    certified: boolean('certified').notNull().default(false),
    gender: text('gender', { enum: ['woman', 'man'] }),
    establishmentId: id('establishment_id'),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to').notNull(),
    proposedBy: id('proposed_by'),
    proposedAt: instant('proposed_at').notNull(),
    statementDigest: bytes('statement_digest'),
    undertakingText: text('undertaking_text'),
    undertakingSignature: bytes('undertaking_signature'),
    undertakingAt: instant('undertaking_at'),
    countersignedBy: id('countersigned_by'),
    countersignedAt: instant('countersigned_at'),
    endedAt: instant('ended_at'),
    endedBy: id('ended_by'),
  },
);

export const officeKey = pgTable(
  'office_key',
  {
    id: id('id').primaryKey(),
    officeId: id('office_id').notNull(),
    use: text('use', { enum: ['register', 'request', 'audit'] }).notNull(),
    epoch: bigint('epoch', { mode: 'number' }).notNull(),
    statementDigest: bytes('statement_digest').notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
);

export const officeKeyShare = pgTable(
  'office_key_share',
  {
    id: id('id').primaryKey(),
    officeKeyId: id('office_key_id').notNull(),
    personId: id('person_id').notNull(),
    grantorId: id('grantor_id').notNull(),
    enc: bytes('enc').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
    certificateId: id('certificate_id').notNull(),
    signature: bytes('signature').notNull(),
    createdAt: instant('created_at').notNull(),
  },
);
