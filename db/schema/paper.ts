import { date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';

/** Shape of `db/migrations/0016_paper.sql`. */

export const paperEntry = pgTable(
  'paper_entry',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    partyId: id('party_id').notNull(),
    kind: text('kind', { enum: ['request', 'consent', 'refusal', 'withdrawal', 'signature'] }).notNull(),
    channel: text('channel', { enum: ['paper', 'telephone'] }).notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    itemId: id('item_id'),
    actId: id('act_id').notNull(),
    attestedBy: id('attested_by').notNull(),
    at: instant('at').notNull(),
    contestedBy: id('contested_by'),
    contestedAt: instant('contested_at'),
  },
);

export const referralProposal = pgTable(
  'referral_proposal',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    proposerId: id('proposer_id').notNull(),
    proposerCapacity: text('proposer_capacity').notNull(),
    cosignerId: id('cosigner_id').notNull(),
    cosignerCapacity: text('cosigner_capacity').notNull(),
    sealed: bytes('sealed'),
    actId: id('act_id').notNull(),
    actSubject: bytes('act_subject').notNull(),
    actAt: instant('act_at').notNull(),
    certificateId: id('certificate_id').notNull(),
    signature: bytes('signature').notNull(),
    state: text('state', { enum: ['open', 'cosigned', 'declined', 'withdrawn', 'expired'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    answeredAt: instant('answered_at'),
  },
);

export const referralProposalKey = pgTable(
  'referral_proposal_key',
  {
    proposalId: id('proposal_id').notNull(),
    personId: id('person_id').notNull(),
    enc: bytes('enc').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
  },
  (row) => [primaryKey({ columns: [row.proposalId, row.personId] })],
);

export const coSignature = pgTable(
  'co_signature',
  {
    caseId: id('case_id').primaryKey(),
    personId: id('person_id').notNull(),
    capacity: text('capacity').notNull(),
    actId: id('act_id').notNull(),
    at: instant('at').notNull(),
  },
);
