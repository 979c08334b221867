-- Attempts per window: sign-ins by account and by address, codes, filings. Keys are HMACs, so the table names nobody.
-- No row-level security: visitors count before anyone is known, and a row holds nothing but a number.

create table attempt_window (
  kind text not null,
  key_hash bytea not null check (octet_length(key_hash) = 32),
  window_start timestamptz not null,
  ends_at timestamptz not null,
  count integer not null check (count > 0),
  primary key (kind, key_hash, window_start)
);
create index on attempt_window (ends_at);

grant select, insert, update, delete on attempt_window to app;
