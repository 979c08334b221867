-- Cases: one tier's handling of a situation. Facts are rows with dates; content is in items, as envelopes.

create table act (
  id uuid primary key,
  kind text not null,
  case_id uuid,
  subject bytea,
  compartment_id uuid,
  previous_id uuid,
  at timestamptz not null,
  author_id uuid not null,
  certificate_id uuid not null,
  signature bytea not null check (octet_length(signature) = 64)
);
create index on act (case_id);

create table case_file (
  id uuid primary key,
  reference text not null, -- random: a unique constraint on it would tell that a case exists
  tier text not null check (tier in ('local', 'regional', 'national')),
  office_id uuid not null references office,
  territory_id uuid references territory,
  purpose text not null check (purpose in ('dispute', 'return', 'prevention')),
  state text not null,
  outcome text,
  holders bigint not null default 1, -- version of the set of holders
  keys_due boolean not null default false, -- a key waits for a holder: an index hint over grants_due
  in_charge uuid references person,
  charged_at timestamptz,
  received_at timestamptz not null,
  acknowledged_at timestamptz,
  consented_at timestamptz,
  closed_at timestamptz
);
create index on case_file (office_id, state);
create index on case_file (in_charge);
create index on case_file (reference);

create table request (
  case_id uuid primary key references case_file deferrable initially deferred,
  author_id uuid not null references person deferrable initially deferred,
  capacity text not null,
  prior_step text,
  filed_at timestamptz not null
);
create index on request (author_id);

create table party (
  id uuid primary key,
  case_id uuid not null references case_file deferrable initially deferred,
  ordinal integer not null,
  kind text not null check (kind in ('person', 'institution', 'team')),
  litigation text not null default 'unknown' check (litigation in ('unknown', 'none', 'declared', 'reviewed')),
  challenge_waived_at timestamptz,
  unique (case_id, ordinal)
);

create table representative (
  id uuid primary key,
  case_id uuid not null references case_file deferrable initially deferred,
  party_id uuid not null references party deferrable initially deferred,
  person_id uuid not null references person deferrable initially deferred,
  act_id uuid not null,
  since timestamptz not null,
  until timestamptz
);
create index on representative (person_id);
create index on representative (case_id);
create index on representative (party_id);

create table compartment (
  id uuid primary key,
  case_id uuid not null references case_file deferrable initially deferred,
  kind text not null,
  subject uuid,
  act_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  readable_until timestamptz, -- of notes, thirty days after their author has left
  unique nulls not distinct (case_id, kind, subject)
);
create index on compartment (subject);

create table epoch (
  id uuid primary key,
  case_id uuid not null references case_file deferrable initially deferred,
  compartment_id uuid not null references compartment deferrable initially deferred,
  number bigint not null,
  audience text not null check (audience in ('preparation', 'mediation')),
  act_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  unique (compartment_id, number)
);
create index on epoch (case_id);
create unique index one_open_epoch on epoch (compartment_id) where closed_at is null;

create table item (
  id uuid not null,
  version bigint not null,
  case_id uuid not null references case_file deferrable initially deferred,
  compartment_id uuid not null references compartment deferrable initially deferred,
  epoch_id uuid not null references epoch deferrable initially deferred,
  kind text not null,
  author_id uuid not null,
  created_at timestamptz not null,
  source_digest bytea, -- of the item this one copies from another tier
  sealed bytea not null,
  primary key (id, version)
);
create index on item (epoch_id);
create index on item (case_id, created_at);

create table key_grant (
  id uuid primary key,
  case_id uuid not null references case_file deferrable initially deferred,
  compartment_id uuid not null references compartment deferrable initially deferred,
  epoch_id uuid not null references epoch deferrable initially deferred,
  recipient_kind text not null check (recipient_kind in ('person', 'office', 'invitation')),
  recipient_id uuid not null,
  grantor_id uuid not null,
  act_id uuid,
  enc bytea not null,
  ciphertext bytea not null,
  certificate_id uuid not null,
  signature bytea not null,
  accept_signature bytea,
  created_at timestamptz not null,
  expires_at timestamptz,
  unique (epoch_id, recipient_kind, recipient_id)
);
create index on key_grant (case_id);
create index on key_grant (recipient_id);

create table ring_key (
  person_id uuid not null references person deferrable initially deferred,
  epoch_id uuid not null references epoch deferrable initially deferred,
  case_id uuid not null references case_file deferrable initially deferred,
  compartment_id uuid not null references compartment deferrable initially deferred,
  grant_id uuid, -- the grant it was re-wrapped from; null for the author's own access
  sealed bytea not null,
  certificate_id uuid not null,
  signature bytea not null,
  created_at timestamptz not null,
  primary key (epoch_id, person_id)
);
create index on ring_key (person_id);
create index on ring_key (case_id);

create table seat (
  id uuid primary key,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  act_id uuid, -- nobody convened a member who is excluded
  convened_at timestamptz not null,
  excluded boolean not null default false,
  answer text check (answer in ('none', 'recused', 'link')),
  declared_at timestamptz,
  seat_act_id uuid,
  seated_at timestamptz,
  ended_at timestamptz,
  unique (case_id, person_id),
  check (excluded = (act_id is null)),
  check (seated_at is null or answer in ('none', 'link'))
);
create index on seat (person_id);

create table advice (
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  item_id uuid not null, -- the advice itself lies in `deliberation`; no direction in clear
  given_at timestamptz not null,
  primary key (case_id, person_id)
);
create index on advice (person_id);

create table consent (
  case_id uuid not null references case_file,
  party_id uuid not null references party,
  person_id uuid not null references person,
  answer text not null check (answer in ('consent', 'refuse')),
  text_version text not null,
  act_id uuid not null,
  at timestamptz not null,
  primary key (case_id, party_id)
);
create index on consent (party_id);
create index on consent (person_id);

create table designation (
  id uuid primary key,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  certified boolean not null,
  act_id uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('challenged', 'recused', 'left'))
);
create index on designation (case_id);
create index on designation (person_id);

create table challenge (
  case_id uuid not null references case_file,
  party_id uuid not null references party,
  designation_id uuid not null references designation,
  act_id uuid not null,
  at timestamptz not null,
  primary key (case_id, party_id) -- once per case and tier (Ch 9)
);
create index on challenge (party_id);
create index on challenge (designation_id);

create table meeting (
  id uuid primary key,
  case_id uuid not null references case_file,
  kind text not null check (kind in ('interview', 'plenary', 'conciliation')),
  party_id uuid references party,
  held_on date not null,
  item_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
create index on meeting (case_id);
create index on meeting (party_id);

create table notice (
  id uuid primary key,
  case_id uuid not null references case_file,
  subject text not null check (subject in ('request', 'agreement')),
  function text not null check (function in ('director', 'cme-president', 'dean', 'school-head')),
  state text not null check (state in ('held', 'sent')),
  recorded_at timestamptz not null
);
create index on notice (case_id);

create table agreement (
  id uuid primary key,
  case_id uuid not null references case_file,
  version integer not null,
  kind text not null check (kind in ('entry', 'final', 'settlement')),
  item_id uuid not null,
  text_digest bytea not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  unique (case_id, kind, version)
);

create table agreement_signature (
  agreement_id uuid not null references agreement,
  case_id uuid not null references case_file,
  party_id uuid not null references party,
  person_id uuid not null references person,
  statement_digest bytea not null,
  signature bytea not null,
  at timestamptz not null,
  primary key (agreement_id, party_id)
);
create index on agreement_signature (case_id);
create index on agreement_signature (party_id);

-- The neutral text of what the mediation is about, agreed with a party before it leaves.
create table object_agreement (
  case_id uuid not null references case_file,
  item_id uuid not null, -- the version agreed
  party_id uuid not null references party,
  person_id uuid not null references person,
  at timestamptz not null,
  primary key (item_id, party_id)
);
create index on object_agreement (case_id);
create index on object_agreement (party_id);

create table evaluation (
  id uuid primary key,
  case_id uuid not null references case_file,
  after_months integer not null,
  outcome text not null check (outcome in ('kept', 'partly_kept', 'not_kept')),
  item_id uuid,
  at timestamptz not null
);
create index on evaluation (case_id);

create table recusal (
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  act_id uuid not null,
  at timestamptz not null,
  primary key (case_id, person_id)
);
create index on recusal (person_id);

create table referral (
  id uuid primary key,
  lower_case_id uuid not null references case_file deferrable initially deferred,
  upper_case_id uuid not null references case_file deferrable initially deferred,
  ground text not null,
  state text not null check (state in ('pending', 'accepted', 'returned')),
  reason text,
  made_by uuid not null,
  made_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz
);
create index on referral (lower_case_id);
create unique index one_referral_above on referral (upper_case_id);
create unique index one_pending_referral on referral (lower_case_id) where state <> 'returned';

create table call_up (
  id uuid primary key,
  from_office_id uuid not null references office,
  to_office_id uuid not null references office,
  reference text, -- of a case, or
  purpose text, -- territory and purpose
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_on date not null,
  answer text check (answer in ('referred', 'declined')),
  answer_reason text,
  referral_id uuid references referral,
  answered_by uuid,
  answered_at timestamptz,
  check (reference is not null or purpose is not null)
);
create index on call_up (to_office_id);
create index on call_up (from_office_id);
create index on call_up (referral_id);

create table deadline (
  id uuid primary key,
  case_id uuid not null references case_file deferrable initially deferred,
  rule text not null,
  start_table text not null,
  start_id uuid not null,
  start_at timestamptz not null,
  due_on date not null, -- local date of the establishment
  due_at timestamptz not null, -- end of that day as an instant
  suspensions jsonb not null default '[]',
  met_at timestamptz
);
create index on deadline (case_id);
create index on deadline (due_at) where met_at is null;

create table invitation (
  id uuid primary key,
  case_id uuid not null references case_file,
  party_id uuid not null references party,
  act_id uuid not null,
  link_hash bytea not null,
  xwing_public bytea not null,
  identity_public bytea not null,
  code_salt bytea not null,
  code_hash bytea not null,
  tries_left integer not null check (tries_left >= 0),
  state text not null check (state in ('open', 'accepted', 'declined', 'replaced')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  accept_digest bytea, -- of the statement accepted
  accept_signature bytea,
  decline_signature bytea
);
create index on invitation (link_hash);
create index on invitation (case_id);
create index on invitation (party_id);
