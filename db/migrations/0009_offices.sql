-- Offices: what a person has signed of a mandate not yet countersigned, and what follows when somebody leaves an office.

-- The subject's signature of a mandate statement, until a registrar adds theirs. It waits apart: a statement that lacks a
-- signature would stop the whole line of its person from being believed.
create table signed_mandate (
  mandate_id uuid primary key references mandate,
  signature bytea not null check (octet_length(signature) = 64)
);
alter table signed_mandate enable row level security;
alter table signed_mandate force row level security;
create policy reached on signed_mandate for select to app using (actor() is not null);
create policy added on signed_mandate for insert to app with check (exists (select from mandate m where m.id = mandate_id and m.person_id = actor()));
create policy changed on signed_mandate for update to app using (exists (select from mandate m where m.id = mandate_id and m.person_id = actor()));
create policy removed on signed_mandate for delete to app using (actor() is not null);
grant select, insert, update, delete on signed_mandate to app;

set local role owner;
grant create on schema public to reach;
grant update on office_key to reach;
grant delete on office_key_share to reach;
set local role reach;

-- Which roles hold which key of an office: `officeKeyUses` in policies/vocabulary.ts.
create function holds_office_key(the_role text, the_use text) returns boolean
  language sql immutable as $$
  select case the_use
    when 'register' then the_role in ('mediator', 'deputy', 'conciliator', 'secretary')
    when 'request' then the_role in ('mediator', 'deputy', 'conciliator')
    when 'audit' then the_role = 'auditor'
    else false
  end
$$;

-- Shares of an office's keys whose holder's mandate no longer gives them, by a deed or by its date.
create function shares_to_withdraw(the_office uuid)
  returns table (share_id uuid, office_key_id uuid, office_id uuid)
  language sql stable security definer set search_path = public as $$
  select h.id, k.id, k.office_id from office_key_share h join office_key k on k.id = h.office_key_id
  where (the_office is null or k.office_id = the_office)
    and not exists (select from live_mandate m where m.person_id = h.person_id and m.office_id = k.office_id and holds_office_key(m.role, k.use))
$$;

create function offices_to_sweep() returns setof uuid
  language sql stable security definer set search_path = public as $$
  select distinct s.office_id from shares_to_withdraw(null) s
$$;

-- Takes back what an office no longer gives. The epochs that somebody who left read through an office key are closed, the
-- key too, and the share goes; those who remain keep theirs, so that pending requests stay readable until the next epoch.
create function sweep_office(the_office uuid) returns integer
  language plpgsql volatile security definer set search_path = public as $$
declare shares uuid[]; keys uuid[]; the_case uuid; swept integer := 0;
begin
  select array_agg(s.share_id), array_agg(distinct s.office_key_id) into shares, keys from shares_to_withdraw(the_office) s;

  if shares is not null then
    update epoch e set closed_at = entente_now()
      where e.closed_at is null and e.id in (select g.epoch_id from key_grant g where g.recipient_kind = 'office' and g.recipient_id = any (keys));
    update office_key k set closed_at = entente_now() where k.closed_at is null and k.id = any (keys);
    delete from office_key_share h where h.id = any (shares);
    get diagnostics swept = row_count;
  end if;
  update case_file c set holders = c.holders + 1 where c.office_id = the_office and c.state <> 'transferred';
  for the_case in select c.id from case_file c where c.office_id = the_office loop
    swept := swept + sweep_case(the_case);
  end loop;

  return swept;
end $$;

revoke execute on function shares_to_withdraw, offices_to_sweep, sweep_office from public;
grant execute on function offices_to_sweep, sweep_office to app;
set local role owner;
revoke create on schema public from reach;

create policy swept on office_key_share for delete to reach using (true);
