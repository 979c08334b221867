-- One random key per case and purpose, apart from the database it protects: destroying the key destroys what was
-- written under it, in every copy and backup of the main database.

create table shred_key (
  case_id      uuid        not null,
  purpose      text        not null check (purpose in ('notes', 'workspace', 'file')),
  key          bytea       check (octet_length(key) = 32),
  created_at   timestamptz not null,
  destroyed_at timestamptz,
  primary key (case_id, purpose),
  constraint destroyed_keeps_no_key check ((key is null) = (destroyed_at is not null)),
  constraint destroyed_after_created check (destroyed_at >= created_at)
);

grant select, insert on shred_key to app;
grant select, update on shred_key to retention;
