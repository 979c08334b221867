-- Requests being written, without an account. A row is found by the hash of an id that only the resume code gives, and is
-- sealed under a key that only the code gives: no row-level security, since nobody is known yet and a row alone opens nothing.

create table draft (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  sealed bytea not null,
  saved_at timestamptz not null,
  erase_on date not null
);
create index on draft (erase_on);

grant select, insert, update, delete on draft to app;

-- How the local scheme of an establishment is reached: a service, not a person.
alter table establishment add column scheme_contact text;
