-- Who read me: a person sees the readings of the cases within their reach; pages narrow this to what they wrote.
create policy reached on reading for select to app using (case_id = any (array (select reachable_cases())));
grant select on reading to app;

-- What `npm run journal -- verify` compares with the journal, page after page in the order of ids: digests, no ciphertext.
create index on item (journal_row(id || '/' || version));
grant select on item, key_grant to reach;
grant create on schema public to reach;
set local role reach;
create function ciphertext_digest(table_code text, after_id uuid, row_limit integer)
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
    else raise exception 'unknown table code' using errcode = 'invalid_parameter_value';
  end case;
end
$$;
revoke all on function ciphertext_digest(text, uuid, integer) from public;
grant execute on function ciphertext_digest(text, uuid, integer) to auditor;
set local role owner;
revoke create on schema public from reach;

-- Public keys and their signatures: what an auditor needs to check who signed an entry.
create policy audited on session_certificate for select to auditor using (true);
grant select on session_certificate, statement, statement_signature to auditor;
