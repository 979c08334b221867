-- People: accounts, their slots and signed statements, sessions, offices and mandates.

create table person (
  id uuid primary key,
  login_hmac bytea not null, -- not unique: one address may hold several accounts, the passphrase chooses
  profile bytea not null, -- name and e-mail address under the directory key
  created_at timestamptz not null
);
create index on person (login_hmac);

create table slot (
  id uuid primary key,
  person_id uuid not null references person deferrable initially deferred,
  kind text not null check (kind in ('passphrase', 'recovery')),
  salt bytea not null,
  memory_kib integer,
  passes integer,
  lanes integer,
  pepper_version integer,
  statement_digest bytea not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create unique index on slot (person_id, kind);

-- Public key statements and their signatures: append-only, public by nature.
create table statement (
  digest bytea primary key check (octet_length(digest) = 32),
  person_id uuid not null, -- the office's id for an office statement
  version bigint not null,
  kind text not null check (kind in ('self', 'mandate', 'next', 'office', 'reproof')),
  xwing_public bytea not null,
  identity_public bytea not null,
  previous bytea,
  valid_from timestamptz not null,
  valid_to timestamptz,
  office_id uuid,
  role text -- or the use of an office key
);
create index on statement (person_id, version);

create table statement_signature (
  statement_digest bytea not null references statement deferrable initially deferred,
  signed_by text not null check (signed_by in ('subject', 'enrolment', 'root', 'registrar', 'previous', 'session')),
  signer bytea, -- digest of the signer's statement, or the sixteen bytes of a certificate's id
  signature bytea not null check (octet_length(signature) = 64),
  at timestamptz not null,
  primary key (statement_digest, signature)
);

create table session_certificate (
  id uuid primary key,
  person_id uuid not null references person deferrable initially deferred,
  statement_digest bytea not null,
  id_hash bytea not null unique,
  public_key bytea not null,
  not_before timestamptz not null,
  expires_at timestamptz not null,
  signature bytea not null,
  ended_at timestamptz
);
create index on session_certificate (person_id);

create unlogged table session (
  id_hash bytea primary key,
  certificate_id uuid not null,
  person_id uuid not null,
  sealed bytea not null,
  idle_minutes integer not null,
  last_seen_at timestamptz not null
);
create index on session (person_id);

create table office (
  id uuid primary key,
  tier text not null check (tier in ('local', 'regional', 'national', 'service')),
  code text not null,
  territory_id uuid references territory,
  establishment_id uuid references establishment,
  opened_by uuid,
  opened_at timestamptz not null
);
create index on office (territory_id);
create index on office (establishment_id);

create table mandate (
  id uuid primary key,
  person_id uuid not null references person deferrable initially deferred,
  office_id uuid not null references office,
  role text not null check (role in ('mediator', 'deputy', 'secretary', 'member', 'conciliator', 'administrator', 'registrar', 'auditor')),
  certified boolean not null default false,
  gender text check (gender in ('woman', 'man')),
  establishment_id uuid references establishment,
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  proposed_by uuid,
  proposed_at timestamptz not null,
  statement_digest bytea,
  undertaking_text text, -- version of the text signed
  undertaking_signature bytea,
  undertaking_at timestamptz,
  countersigned_by uuid,
  countersigned_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  check (countersigned_by is distinct from person_id or countersigned_by is null),
  check (countersigned_at is null or statement_digest is not null)
);
create index on mandate (person_id);
create index on mandate (office_id);

create table office_key (
  id uuid primary key,
  office_id uuid not null references office,
  use text not null check (use in ('register', 'request', 'audit')),
  epoch bigint not null,
  statement_digest bytea not null references statement deferrable initially deferred,
  opened_at timestamptz not null,
  closed_at timestamptz,
  unique (office_id, use, epoch)
);

create table office_key_share (
  id uuid primary key,
  office_key_id uuid not null references office_key deferrable initially deferred,
  person_id uuid not null references person deferrable initially deferred,
  grantor_id uuid not null,
  enc bytea not null,
  ciphertext bytea not null,
  certificate_id uuid not null,
  signature bytea not null,
  created_at timestamptz not null,
  unique (office_key_id, person_id)
);
create index on office_key_share (person_id);

-- A mandate in force: countersigned, with a valid undertaking, within its dates (D art. 12).
create view live_mandate with (security_invoker = true) as
  select m.* from mandate m
  where m.countersigned_at <= entente_now() and m.undertaking_at <= entente_now()
    and m.valid_from <= entente_now() and m.valid_to > entente_now()
    and (m.ended_at is null or m.ended_at > entente_now());

grant select, insert, update on person to app;
grant select, insert, update, delete on slot, session, office_key_share to app;
grant select, insert on statement, statement_signature, office to app;
grant select, insert, update on session_certificate, mandate, office_key to app;
grant select on live_mandate to app;
grant select on live_mandate, person, slot, session, session_certificate, statement, statement_signature, mandate, office, office_key, office_key_share to reach;
