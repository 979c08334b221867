-- Documents: envelopes in chunks, so that one of any size passes in flat memory. What a document is called, of what kind it
-- is and the key that opens it are in a sealed item; here are ids, dates, sizes and digests.

create table document (
  id uuid primary key,
  case_id uuid not null references case_file deferrable initially deferred,
  compartment_id uuid not null references compartment deferrable initially deferred,
  epoch_id uuid not null references epoch deferrable initially deferred,
  item_id uuid not null unique, -- its sheet: title, file name, media type, visibility, key
  author_id uuid not null references person deferrable initially deferred,
  size bigint not null check (size > 0), -- of the padded ciphertext
  digest bytea not null check (octet_length(digest) = 32), -- SHA-256 of the SHA-256s of its chunks, in order
  source_digest bytea, -- of the document this one copies
  created_at timestamptz not null
);
create index on document (case_id);
create index on document (compartment_id);
create index on document (epoch_id);
create index on document (author_id);

-- A document on its way: whose chunks nobody reads, and which is erased when it does not arrive.
create table upload (
  id uuid primary key, -- of the document it may become
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  begun_at timestamptz not null
);
create index on upload (case_id);
create index on upload (person_id);
create index on upload (begun_at);

-- Written before their document exists, hence without a foreign key.
create table document_chunk (
  document_id uuid not null,
  ordinal integer not null check (ordinal >= 0),
  sealed bytea not null check (octet_length(sealed) between 1 and 262144),
  primary key (document_id, ordinal)
);
alter table document_chunk alter column sealed set storage external; -- ciphertext does not shrink

grant select, insert on document, document_chunk to app;
grant insert on upload to app;
grant select on document, document_chunk, upload to reach;
grant delete on document_chunk, upload to reach;

alter table upload enable row level security;
alter table upload force row level security;
create policy added on upload for insert to app with check (person_id = actor() and case_id = any (array (select reachable_cases())));
create policy facts on upload for select to reach using (true);
create policy ended on upload for delete to reach using (true);
create policy erased on document_chunk for delete to reach using (true); -- of uploads, by the functions below

grant create on schema public to reach;
set local role reach;

-- Whether the actor may add a chunk: only to an upload of theirs that is neither finished nor abandoned.
create function is_own_upload(the_upload uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select exists (select from upload u where u.id = the_upload and u.person_id = actor())
$$;

-- Takes the upload out of the way of the document it becomes, and says what has arrived; nothing when it is gone.
create function finish_upload(the_upload uuid) returns table (chunks bigint, size bigint)
  language plpgsql volatile security definer set search_path = public as $$
begin
  delete from upload u where u.id = the_upload and u.person_id = actor();
  if found then
    return query select count(*), coalesce(sum(octet_length(c.sealed)), 0)::bigint from document_chunk c where c.document_id = the_upload;
  end if;
end $$;

create function abandon_upload(the_upload uuid) returns void
  language plpgsql volatile security definer set search_path = public as $$
begin
  delete from upload u where u.id = the_upload and u.person_id = actor();
  if found then
    delete from document_chunk c where c.document_id = the_upload;
  end if;
end $$;

-- Uploads whose process died: an upload lasts fifteen minutes at most.
create function sweep_uploads() returns bigint
  language plpgsql volatile security definer set search_path = public as $$
declare swept bigint;
begin
  if job() is distinct from 'outbox' then
    return 0;
  end if;
  with gone as (delete from upload u where u.begun_at < entente_now() - interval '1 hour' returning u.id),
    erased as (delete from document_chunk c using gone where c.document_id = gone.id)
  select count(*) into swept from gone;

  return swept;
end $$;

create or replace function ciphertext_digest(table_code text, after_id uuid, row_limit integer)
  returns table (id uuid, digest bytea)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  case table_code
    when 'item' then return query
      select journal_row(i.id || '/' || i.version), sha256(i.sealed) from item i
      where after_id is null or journal_row(i.id || '/' || i.version) > after_id order by 1 limit row_limit;
    when 'key_grant' then return query
      select g.id, sha256(g.ciphertext) from key_grant g
      where after_id is null or g.id > after_id order by 1 limit row_limit;
    when 'slot' then return query
      select s.id, sha256(s.sealed) from slot s
      where after_id is null or s.id > after_id order by 1 limit row_limit;
    when 'document' then return query
      select d.id, sha256(coalesce((select string_agg(sha256(c.sealed), ''::bytea order by c.ordinal) from document_chunk c where c.document_id = d.id), ''::bytea))
      from document d
      where after_id is null or d.id > after_id order by 1 limit row_limit;
    else raise exception 'unknown table code' using errcode = 'invalid_parameter_value';
  end case;
end
$$;

revoke execute on function is_own_upload, finish_upload, abandon_upload, sweep_uploads from public;
grant execute on function is_own_upload, finish_upload, abandon_upload, sweep_uploads to app;
set local role owner;
revoke create on schema public from reach;
