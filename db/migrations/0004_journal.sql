-- The journal: entries written in the deed's transaction, and the Merkle log the sequencer makes of them.
-- Nothing here is ever updated or deleted, by anyone.

create table journal_entry (
  id uuid primary key,
  xid xid8 not null default pg_current_xact_id(),
  ms bigint not null check (ms >= 0),
  node integer not null check (node between 0 and 65535),
  node_epoch integer not null check (node_epoch >= 1),
  sequence bigint not null check (sequence >= 0),
  class smallint not null check (class between 0 and 255),
  commitment bytea not null unique check (length(commitment) = 32),
  certificate uuid,
  signature bytea check (length(signature) = 64),
  unique (node, node_epoch, sequence),
  check ((certificate is null) = (signature is null))
);

-- The order in which the sequencer reads.
create index journal_entry_order on journal_entry (xid, node, node_epoch, sequence);

create table journal_section (
  entry uuid not null references journal_entry,
  ordinal smallint not null check (ordinal >= 0),
  name text not null check (name ~ '^[a-z-]{1,32}$'),
  sealed bytea not null,
  clear boolean not null,
  key uuid,
  primary key (entry, ordinal),
  check (clear = (key is null))
);

-- One hourly key may be stored by several transactions: each that meets it before one of them is known to be committed.
-- A shared row would make them wait for each other.
create table journal_key (
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  node integer not null,
  hour timestamptz not null,
  recipient text not null check (recipient in ('root', 'audit')),
  enc bytea not null,
  ciphertext bytea not null,
  primary key (id, xid)
);

create table reading (
  entry uuid not null references journal_entry,
  ordinal smallint not null,
  case_id uuid not null,
  compartment_id uuid not null,
  role text not null check (role ~ '^[a-z0-9_.:-]{1,64}$'),
  person uuid not null,
  minute timestamptz not null,
  primary key (entry, ordinal)
);

create index reading_by_case on reading (case_id, minute);

create table journal_leaf (
  index bigint primary key check (index >= 0),
  entry uuid not null unique references journal_entry,
  leaf bytea not null check (length(leaf) = 56),
  at timestamptz not null
);

create table tree_head (
  size bigint primary key check (size > 0),
  root_hash bytea not null check (length(root_hash) = 32),
  edge bytea not null,
  at timestamptz not null
);

create table journal_node (
  node integer not null check (node between 0 and 65535),
  epoch integer not null check (epoch >= 1),
  started timestamptz not null,
  primary key (node, epoch)
);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete on journal_entry for each row execute function refuse_rewriting();
create trigger append_only before update or delete on journal_section for each row execute function refuse_rewriting();
create trigger append_only before update or delete on journal_key for each row execute function refuse_rewriting();
create trigger append_only before update or delete on reading for each row execute function refuse_rewriting();
create trigger append_only before update or delete on journal_leaf for each row execute function refuse_rewriting();
create trigger append_only before update or delete on tree_head for each row execute function refuse_rewriting();
create trigger append_only before update or delete on journal_node for each row execute function refuse_rewriting();

create trigger never_emptied before truncate on journal_entry for each statement execute function refuse_rewriting();
create trigger never_emptied before truncate on journal_section for each statement execute function refuse_rewriting();
create trigger never_emptied before truncate on journal_key for each statement execute function refuse_rewriting();
create trigger never_emptied before truncate on reading for each statement execute function refuse_rewriting();
create trigger never_emptied before truncate on journal_leaf for each statement execute function refuse_rewriting();
create trigger never_emptied before truncate on tree_head for each statement execute function refuse_rewriting();
create trigger never_emptied before truncate on journal_node for each statement execute function refuse_rewriting();

grant select, insert on journal_entry, journal_key, journal_node to app;
grant insert on journal_section, reading to app;
grant select on journal_entry to sequencer;
grant select, insert on journal_leaf, tree_head to sequencer;
grant select on journal_entry, journal_section, journal_key, reading, journal_leaf, tree_head, journal_node to auditor;

alter table reading enable row level security;
alter table reading force row level security;
create policy reading_written on reading for insert to app with check (true);
create policy reading_verified on reading for select to sequencer, auditor using (true);

-- The row id under which the journal knows a row whose key has several parts: `rowOf` in server/journal/row-id.ts.
create function journal_row(key text) returns uuid language sql immutable strict parallel safe as $$
  select encode(substr(sha256(convert_to(key, 'UTF8')), 1, 16), 'hex')::uuid
$$;
