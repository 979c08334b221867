import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, id, instant } from './columns.ts';

/** Shape of `db/migrations/0003_cases.sql` and of `0013_turns.sql`. */

export const act = pgTable(
  'act',
  {
    id: id('id').primaryKey(),
    kind: text('kind').notNull(),
    caseId: id('case_id'),
    subject: bytes('subject'),
    compartmentId: id('compartment_id'),
    previousId: id('previous_id'),
    at: instant('at').notNull(),
    authorId: id('author_id').notNull(),
    certificateId: id('certificate_id').notNull(),
    signature: bytes('signature').notNull(),
  },
);

export const caseFile = pgTable(
  'case_file',
  {
    id: id('id').primaryKey(),
    reference: text('reference').notNull(),
    tier: text('tier', { enum: ['local', 'regional', 'national'] }).notNull(),
    officeId: id('office_id').notNull(),
    territoryId: id('territory_id'),
    purpose: text('purpose', { enum: ['dispute', 'return', 'prevention'] }).notNull(),
    state: text('state').notNull(),
    outcome: text('outcome'),
    outcomeReason: text('outcome_reason'),
    suspendedAt: instant('suspended_at'),
    holders: bigint('holders', { mode: 'number' }).notNull().default(1),
    keysDue: boolean('keys_due').notNull().default(false),
    inCharge: id('in_charge'),
    chargedAt: instant('charged_at'),
    receivedAt: instant('received_at').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    consentedAt: instant('consented_at'),
    closedAt: instant('closed_at'),
  },
);

export const request = pgTable(
  'request',
  {
    caseId: id('case_id').primaryKey(),
    authorId: id('author_id').notNull(),
    capacity: text('capacity').notNull(),
    priorStep: text('prior_step'),
    priorStepFound: text('prior_step_found', { enum: ['attested', 'accepted', 'not_available', 'not_suitable'] }),
    priorStepFoundAt: instant('prior_step_found_at'),
    filedAt: instant('filed_at').notNull(),
    channel: text('channel', { enum: ['online', 'paper', 'telephone'] }).notNull().default('online'),
    partyId: id('party_id'),
    receivedOn: date('received_on', { mode: 'string' }),
    override: text('override'),
    takenAt: instant('taken_at'),
  },
);

export const party = pgTable(
  'party',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    kind: text('kind', { enum: ['person', 'institution', 'team'] }).notNull(),
    litigation: text('litigation', { enum: ['unknown', 'none', 'declared', 'reviewed'] }).notNull().default('unknown'),
    challengeWaivedAt: instant('challenge_waived_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
);

export const representative = pgTable(
  'representative',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    partyId: id('party_id').notNull(),
    personId: id('person_id').notNull(),
    actId: id('act_id').notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
  },
);

export const compartment = pgTable(
  'compartment',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    kind: text('kind').notNull(),
    subject: id('subject'),
    actId: id('act_id').notNull(),
    createdBy: id('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    readableUntil: instant('readable_until'),
  },
);

export const epoch = pgTable(
  'epoch',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    compartmentId: id('compartment_id').notNull(),
    number: bigint('number', { mode: 'number' }).notNull(),
    audience: text('audience', { enum: ['preparation', 'mediation'] }).notNull(),
    actId: id('act_id').notNull(),
    openedBy: id('opened_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
);

export const item = pgTable(
  'item',
  {
    id: id('id').notNull(),
    version: bigint('version', { mode: 'number' }).notNull(),
    caseId: id('case_id').notNull(),
    compartmentId: id('compartment_id').notNull(),
    epochId: id('epoch_id').notNull(),
    kind: text('kind').notNull(),
    authorId: id('author_id').notNull(),
    createdAt: instant('created_at').notNull(),
    sourceDigest: bytes('source_digest'),
    sealed: bytes('sealed').notNull(),
  },
  (row) => [primaryKey({ columns: [row.id, row.version] })],
);

export const keyGrant = pgTable(
  'key_grant',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    compartmentId: id('compartment_id').notNull(),
    epochId: id('epoch_id').notNull(),
    recipientKind: text('recipient_kind', { enum: ['person', 'office', 'invitation'] }).notNull(),
    recipientId: id('recipient_id').notNull(),
    grantorId: id('grantor_id').notNull(),
    actId: id('act_id'),
    enc: bytes('enc').notNull(),
    ciphertext: bytes('ciphertext').notNull(),
    certificateId: id('certificate_id').notNull(),
    signature: bytes('signature').notNull(),
    acceptSignature: bytes('accept_signature'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
  },
);

export const ringKey = pgTable(
  'ring_key',
  {
    personId: id('person_id').notNull(),
    epochId: id('epoch_id').notNull(),
    caseId: id('case_id').notNull(),
    compartmentId: id('compartment_id').notNull(),
    grantId: id('grant_id'),
    sealed: bytes('sealed').notNull(),
    certificateId: id('certificate_id').notNull(),
    signature: bytes('signature').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.epochId, row.personId] })],
);

export const seat = pgTable(
  'seat',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    personId: id('person_id').notNull(),
    actId: id('act_id'),
    convenedAt: instant('convened_at').notNull(),
    excluded: boolean('excluded').notNull().default(false),
    answer: text('answer', { enum: ['none', 'recused', 'link'] }),
    declaredAt: instant('declared_at'),
    seatActId: id('seat_act_id'),
    seatedAt: instant('seated_at'),
    endedAt: instant('ended_at'),
  },
);

export const advice = pgTable(
  'advice',
  {
    caseId: id('case_id').notNull(),
    personId: id('person_id').notNull(),
    itemId: id('item_id').notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.caseId, row.personId] })],
);

export const consent = pgTable(
  'consent',
  {
    caseId: id('case_id').notNull(),
    partyId: id('party_id').notNull(),
    personId: id('person_id'),
    answer: text('answer', { enum: ['consent', 'refuse'] }).notNull(),
    textVersion: text('text_version').notNull(),
    actId: id('act_id').notNull(),
    at: instant('at').notNull(),
    attestedBy: id('attested_by'),
    receivedOn: date('received_on', { mode: 'string' }),
  },
  (row) => [primaryKey({ columns: [row.caseId, row.partyId] })],
);

export const designation = pgTable(
  'designation',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    personId: id('person_id').notNull(),
    certified: boolean('certified').notNull(),
    actId: id('act_id').notNull(),
    at: instant('at').notNull(),
    endedAt: instant('ended_at'),
    endReason: text('end_reason', { enum: ['challenged', 'recused', 'left'] }),
  },
);

export const challenge = pgTable(
  'challenge',
  {
    caseId: id('case_id').notNull(),
    partyId: id('party_id').notNull(),
    designationId: id('designation_id').notNull(),
    actId: id('act_id').notNull(),
    at: instant('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.caseId, row.partyId] })],
);

export const meeting = pgTable(
  'meeting',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    kind: text('kind', { enum: ['interview', 'plenary', 'conciliation'] }).notNull(),
    partyId: id('party_id'),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    itemId: id('item_id'),
    recordedBy: id('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
);

export const notice = pgTable(
  'notice',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    subject: text('subject', { enum: ['request', 'agreement'] }).notNull(),
    function: text('function', { enum: ['director', 'cme-president', 'dean', 'school-head'] }).notNull(),
    state: text('state', { enum: ['held', 'sent', 'not_sent'] }).notNull(),
    recordedAt: instant('recorded_at').notNull(),
    postedOn: date('posted_on', { mode: 'string' }),
    postedHow: text('posted_how', { enum: ['post', 'by-hand', 'internal'] }),
    postedBy: id('posted_by'),
    decision: text('decision', { enum: ['send', 'send-to-substitute', 'do-not-send'] }),
    substitute: text('substitute', { enum: ['director', 'cme-president', 'dean', 'school-head'] }),
    decidedBy: id('decided_by'),
    decidedAt: instant('decided_at'),
  },
);

export const agreement = pgTable(
  'agreement',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    version: integer('version').notNull(),
    kind: text('kind', { enum: ['entry', 'final', 'settlement'] }).notNull(),
    isPartial: boolean('partial').notNull().default(false),
    itemId: id('item_id').notNull(),
    textDigest: bytes('text_digest').notNull(),
    proposedBy: id('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
  },
);

export const agreementSignature = pgTable(
  'agreement_signature',
  {
    agreementId: id('agreement_id').notNull(),
    caseId: id('case_id').notNull(),
    partyId: id('party_id').notNull(),
    personId: id('person_id'),
    statementDigest: bytes('statement_digest'),
    signature: bytes('signature'),
    at: instant('at').notNull(),
    attestedBy: id('attested_by'),
    receivedOn: date('received_on', { mode: 'string' }),
  },
  (row) => [primaryKey({ columns: [row.agreementId, row.partyId] })],
);

export const objectAgreement = pgTable(
  'object_agreement',
  {
    caseId: id('case_id').notNull(),
    itemId: id('item_id').notNull(),
    partyId: id('party_id').notNull(),
    personId: id('person_id'),
    at: instant('at').notNull(),
    attestedBy: id('attested_by'),
  },
  (row) => [primaryKey({ columns: [row.itemId, row.partyId] })],
);

export const evaluation = pgTable(
  'evaluation',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    afterMonths: integer('after_months').notNull(),
    outcome: text('outcome', { enum: ['kept', 'partly_kept', 'not_kept'] }).notNull(),
    itemId: id('item_id'),
    at: instant('at').notNull(),
  },
);

export const extension = pgTable(
  'extension',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    proposedBy: id('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    agreedAt: instant('agreed_at'),
  },
);

export const extensionConsent = pgTable(
  'extension_consent',
  {
    extensionId: id('extension_id').notNull(),
    caseId: id('case_id').notNull(),
    partyId: id('party_id').notNull(),
    personId: id('person_id').notNull(),
    actId: id('act_id').notNull(),
    at: instant('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.extensionId, row.partyId] })],
);

export const companion = pgTable(
  'companion',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    partyId: id('party_id').notNull(),
    itemId: id('item_id').notNull(),
    namedAt: instant('named_at').notNull(),
    committedOn: date('committed_on', { mode: 'string' }),
    recordedBy: id('recorded_by'),
    takenBackAt: instant('taken_back_at'),
  },
);

export const meetingCompanion = pgTable(
  'meeting_companion',
  {
    meetingId: id('meeting_id').notNull(),
    companionId: id('companion_id').notNull(),
    caseId: id('case_id').notNull(),
  },
  (row) => [primaryKey({ columns: [row.meetingId, row.companionId] })],
);

export const recusal = pgTable(
  'recusal',
  {
    caseId: id('case_id').notNull(),
    personId: id('person_id').notNull(),
    actId: id('act_id').notNull(),
    at: instant('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.caseId, row.personId] })],
);

export const referral = pgTable(
  'referral',
  {
    id: id('id').primaryKey(),
    lowerCaseId: id('lower_case_id').notNull(),
    upperCaseId: id('upper_case_id').notNull(),
    ground: text('ground').notNull(),
    state: text('state', { enum: ['pending', 'accepted', 'returned'] }).notNull(),
    reason: text('reason'),
    madeBy: id('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    answeredBy: id('answered_by'),
    answeredAt: instant('answered_at'),
  },
);

export const callUp = pgTable(
  'call_up',
  {
    id: id('id').primaryKey(),
    fromOfficeId: id('from_office_id').notNull(),
    toOfficeId: id('to_office_id').notNull(),
    reference: text('reference'),
    purpose: text('purpose'),
    reason: text('reason').notNull(),
    askedBy: id('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    answer: text('answer', { enum: ['referred', 'declined'] }),
    answerReason: text('answer_reason'),
    referralId: id('referral_id'),
    answeredBy: id('answered_by'),
    answeredAt: instant('answered_at'),
  },
);

/** Local days on which a clock stood still; `until` is null while it still does. */
export type Suspension = { from: string; until: string | null };
export const handOver = pgTable(
  'hand_over',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    fromPerson: id('from_person').notNull(),
    toPerson: id('to_person').notNull(),
    actId: id('act_id').notNull(),
    state: text('state', { enum: ['pending', 'accepted', 'declined', 'withdrawn', 'lapsed'] }).notNull(),
    offeredAt: instant('offered_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    answeredAt: instant('answered_at'),
  },
);

export const absence = pgTable(
  'absence',
  {
    id: id('id').primaryKey(),
    officeId: id('office_id').notNull(),
    personId: id('person_id').notNull(),
    deputyId: id('deputy_id').notNull(),
    kind: text('kind', { enum: ['declared', 'sudden'] }).notNull(),
    actId: id('act_id').notNull(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
    recordedBy: id('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    endActId: id('end_act_id'),
    endedAt: instant('ended_at'),
    sweptAt: instant('swept_at'),
  },
);

export const joining = pgTable(
  'joining',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    joinedCaseId: id('joined_case_id').notNull(),
    receivedAt: instant('received_at').notNull(),
    joinedBy: id('joined_by').notNull(),
    joinedAt: instant('joined_at').notNull(),
  },
);

export const deadline = pgTable(
  'deadline',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    rule: text('rule').notNull(),
    startTable: text('start_table').notNull(),
    startId: id('start_id').notNull(),
    startAt: instant('start_at').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    dueAt: instant('due_at').notNull(),
    suspensions: jsonb('suspensions').$type<Suspension[]>().notNull().default([]),
    metAt: instant('met_at'),
  },
);

export const invitation = pgTable(
  'invitation',
  {
    id: id('id').primaryKey(),
    caseId: id('case_id').notNull(),
    partyId: id('party_id').notNull(),
    actId: id('act_id').notNull(),
    linkHash: bytes('link_hash').notNull(),
    xwingPublic: bytes('xwing_public').notNull(),
    identityPublic: bytes('identity_public').notNull(),
    codeSalt: bytes('code_salt').notNull(),
    codeHash: bytes('code_hash').notNull(),
    triesLeft: integer('tries_left').notNull(),
    state: text('state', { enum: ['open', 'accepted', 'declined', 'replaced'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    answeredAt: instant('answered_at'),
    acceptDigest: bytes('accept_digest'),
    acceptSignature: bytes('accept_signature'),
    declineSignature: bytes('decline_signature'),
  },
);
