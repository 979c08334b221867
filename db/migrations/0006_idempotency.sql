-- Requests already received under an Idempotency-Key, so that sending one twice does it once.
-- The key itself never reaches the database: the hashes and the seal of the answer are keyed by it.
-- No row-level security: a row is found by a hash only the sender of the key can have computed, and is unreadable without the key.

create table idempotency (
  key_hash bytea primary key check (octet_length(key_hash) = 32),
  route text not null,
  who_hash bytea not null check (octet_length(who_hash) = 32),
  body_hash bytea not null check (octet_length(body_hash) = 32),
  status integer check (status between 200 and 399), -- null while the first request runs
  sealed_answer bytea,
  created_at timestamptz not null,
  check ((status is null) = (sealed_answer is null))
);
create index on idempotency (created_at);

grant select, insert, update, delete on idempotency to app;
