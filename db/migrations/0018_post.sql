-- Mail that waits to leave, how each person may be written to, what becomes of a notice, settings decided by an
-- administration, and what `npm run doctor` may read.

-- Decided in a deed's transaction, sent after it. No case, no address, no words: a person and a template.
create table outbox (
  id uuid primary key,
  person_id uuid not null references person deferrable initially deferred,
  template text not null check (template in ('message', 'digest')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  tries integer not null default 0 check (tries >= 0),
  sent_at timestamptz,
  digest_on date check ((digest_on is null) = (template = 'message'))
);
-- What is neutral is said once: a second reason to write finds the first still waiting.
create unique index on outbox (person_id) where sent_at is null;
create unique index on outbox (person_id, digest_on);
create index on outbox (person_id, sent_at);
create index on outbox (due_at) where sent_at is null;
grant select, insert, update, delete on outbox to app;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy asked on outbox for insert to app with check (actor() is not null or job() = 'outbox');
create policy reached on outbox for select to app using (job() = 'outbox');
create policy tried on outbox for update to app using (job() = 'outbox');
create policy swept on outbox for delete to app using (job() = 'outbox');

create table contact_choice (
  person_id uuid primary key references person deferrable initially deferred,
  mail text not null check (mail in ('neutral', 'none')),
  chosen_at timestamptz not null
);
grant select, insert, update on contact_choice to app;
alter table contact_choice enable row level security;
alter table contact_choice force row level security;
create policy reached on contact_choice for select to app using (person_id = actor());
create policy added on contact_choice for insert to app with check (person_id = actor());
create policy changed on contact_choice for update to app using (person_id = actor());
create policy facts on contact_choice for select to reach using (true);

-- A notice once it is printed, and one that was held because its recipient is a party.
alter table notice drop constraint notice_state_check;
alter table notice
  add check (state in ('held', 'sent', 'not_sent')),
  add posted_on date,
  add posted_how text check (posted_how in ('post', 'by-hand', 'internal')),
  add posted_by uuid,
  add decision text check (decision in ('send', 'send-to-substitute', 'do-not-send')),
  add substitute text check (substitute in ('director', 'cme-president', 'dean', 'school-head')),
  add decided_by uuid,
  add decided_at timestamptz,
  add check ((posted_on is null) = (posted_how is null) and (posted_on is null) = (posted_by is null)),
  add check (posted_on is null or state = 'sent'),
  add check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  add check ((decision is not distinct from 'send-to-substitute') = (substitute is not null)),
  add check ((decision is not distinct from 'do-not-send') = (state = 'not_sent'));

-- A setting is decided by an administrator, for a day to come; what held before is never rewritten.
alter table setting add set_by uuid, add set_at timestamptz, add check ((set_by is null) = (set_at is null));
grant insert on setting to app;
grant update on directory_version to app; -- by the trigger that tells of a change
alter table setting enable row level security;
create policy read on setting for select using (true);
create policy added on setting for insert to app
  with check (set_by = actor() and exists (select from live_mandate m where m.person_id = actor() and m.role = 'administrator'));

-- Keyed hashes of the secrets this database was filled under: other secrets are noticed before they do harm.
create table secret_mark (name text primary key, mark bytea not null check (octet_length(mark) = 32));
grant select, insert on secret_mark to app;
grant select on migration to app;

grant create on schema public to reach;
grant select on contact_choice to reach;
set local role reach;

-- The sealed profile of somebody to write to; nothing for whoever chose to receive no mail.
create function profile_to_write_to(the_person uuid) returns bytea
  language sql stable security definer set search_path = public as $$
  select p.profile from person p
  where job() = 'outbox' and p.id = the_person
    and not exists (select from contact_choice c where c.person_id = p.id and c.mail = 'none')
$$;

-- Whoever runs a case that nobody has begun to handle, or one of whose dates falls before `the_limit`.
create function persons_awaited(the_limit timestamptz) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select distinct m.person_id from case_file c join live_mandate m on m.office_id = c.office_id
  where job() = 'outbox' and c.closed_at is null and c.state not in ('transferred', 'closed')
    and (m.person_id = c.in_charge and m.role in ('mediator', 'deputy', 'conciliator')
      or c.in_charge is null and m.role in ('mediator', 'deputy', 'conciliator', 'secretary'))
    and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    and (c.state = 'received' and c.in_charge is null
      or exists (select from deadline d where d.case_id = c.id and d.met_at is null and d.due_at < the_limit))
$$;

-- Offices by the roles in force, without a name: how many persons, and the first day one of them leaves.
create function offices_at_a_glance()
  returns table (tier text, code text, role text, persons integer, first_end timestamptz)
  language sql stable security definer set search_path = public as $$
  select o.tier, o.code, m.role, count(distinct m.person_id)::integer, min(m.valid_to)
  from office o left join live_mandate m on m.office_id = o.id group by o.tier, o.code, m.role
$$;

revoke execute on function profile_to_write_to, persons_awaited, offices_at_a_glance from public;
grant execute on function profile_to_write_to, persons_awaited, offices_at_a_glance to app;
set local role owner;
revoke create on schema public from reach;
