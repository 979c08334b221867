-- Handing a case over, standing in for somebody absent, joining two requests.

create table hand_over (
  id uuid primary key,
  case_id uuid not null references case_file,
  from_person uuid not null references person,
  to_person uuid not null references person,
  act_id uuid not null,
  state text not null check (state in ('pending', 'accepted', 'declined', 'withdrawn', 'lapsed')),
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  check (from_person <> to_person)
);
create index on hand_over (case_id);
create index on hand_over (from_person);
create index on hand_over (to_person);
create unique index one_pending_hand_over on hand_over (case_id) where state = 'pending';

-- Of one person from one office; it gives the deputy their place in every case they have in charge there.
create table absence (
  id uuid primary key,
  office_id uuid not null references office,
  person_id uuid not null references person,
  deputy_id uuid not null references person,
  kind text not null check (kind in ('declared', 'sudden')),
  act_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null, -- the end of the last day
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  end_act_id uuid,
  ended_at timestamptz,
  swept_at timestamptz, -- when the keys were taken back
  check (deputy_id <> person_id),
  check (until_at > from_at),
  check ((kind = 'declared') = (recorded_by = person_id)),
  check ((ended_at is null) = (end_act_id is null))
);
create index on absence (office_id);
create index on absence (person_id);
create index on absence (deputy_id);
create index on absence (recorded_by);

-- A request that was joined to another, of the same office; its own date of receipt is kept for counting.
create table joining (
  id uuid primary key,
  case_id uuid not null references case_file, -- that is kept
  joined_case_id uuid not null unique references case_file,
  received_at timestamptz not null,
  joined_by uuid not null references person,
  joined_at timestamptz not null,
  check (case_id <> joined_case_id)
);
create index on joining (case_id);
create index on joining (joined_by);

grant select, insert, update on hand_over, absence to app;
grant select, insert on joining to app;

-- An absence is a fact of its office, and of every case there that one reaches.
alter table absence enable row level security;
alter table absence force row level security;
create policy reached on absence for select to app using (
  office_id in (select m.office_id from live_mandate m where m.person_id = actor()) or office_id in (select c.office_id from case_file c));
create policy added on absence for insert to app with check (recorded_by = actor());
create policy changed on absence for update to app using (actor() in (person_id, deputy_id, recorded_by));
create policy facts on absence for select to reach using (true);
create policy swept on absence for update to reach using (true);
grant select, update on absence to reach;

-- Seen from both its cases.
alter table joining enable row level security;
alter table joining force row level security;
create policy reached on joining for select to app using (case_id = any (array (select reachable_cases())) or joined_case_id = any (array (select reachable_cases())));
create policy added on joining for insert to app with check (case_id = any (array (select reachable_cases())) and joined_case_id = any (array (select reachable_cases())));

create policy swept on hand_over for update to reach using (true);
grant select, update on hand_over to reach;

grant create on schema public to reach;
set local role reach;

-- As before, and not those of whoever has handed the case over; what comes back with a case is for that deed.
create or replace function notes_found_again(the_case uuid)
  returns table (compartment_id uuid, case_id uuid)
  language sql stable security definer set search_path = public as $$
  select k.id, k.case_id from compartment k join case_file c on c.id = k.case_id
  where k.kind = 'notes' and k.readable_until > entente_now() and (the_case is null or k.case_id = the_case)
    and exists (select from live_mandate m where m.person_id = k.subject and m.office_id = c.office_id)
    and not exists (select from recusal x where x.case_id = k.case_id and x.person_id = k.subject)
    and not exists (select from designation d where d.case_id = k.case_id and d.person_id = k.subject and d.ended_at is not null)
    and not exists (select from hand_over h where h.case_id = k.case_id and h.from_person = k.subject and h.state = 'accepted')
$$;

-- Cases where a place ended by its date, or by a deed that touched many cases: an offer that lapsed, an absence that is over.
create function cases_after_places() returns setof uuid
  language sql stable security definer set search_path = public as $$
  select h.case_id from hand_over h where h.state = 'pending' and h.expires_at <= entente_now()
  union
  select g.case_id from absence a join case_file c on c.office_id = a.office_id join key_grant g on g.case_id = c.id and g.recipient_kind = 'person' and g.recipient_id = a.deputy_id
    where a.swept_at is null and (a.until_at <= entente_now() or a.ended_at <= entente_now())
  union
  select r.case_id from absence a join case_file c on c.office_id = a.office_id join ring_key r on r.case_id = c.id and r.person_id = a.deputy_id
    where a.swept_at is null and (a.until_at <= entente_now() or a.ended_at <= entente_now())
$$;

-- After those cases were swept.
create function close_places() returns void
  language sql volatile security definer set search_path = public as $$
  update hand_over h set state = 'lapsed', answered_at = h.expires_at where h.state = 'pending' and h.expires_at <= entente_now();
  update absence a set swept_at = entente_now() where a.swept_at is null and (a.until_at <= entente_now() or a.ended_at <= entente_now());
$$;

-- What relieving somebody of a mandate would leave, for whoever appoints: two counts, never which cases.
create function relief_counts(the_mandate uuid, the_sole_kinds text[])
  returns table (in_charge bigint, left_to_one bigint)
  language sql stable security definer set search_path = public as $$
  with open_case as (
    select c.id, c.in_charge, m.person_id from mandate m join case_file c on c.office_id = m.office_id
    where m.id = the_mandate and c.state not in ('closed', 'redirected', 'transferred')
      and exists (select from live_mandate l where l.person_id = actor() and l.role in ('administrator', 'registrar'))
  ), left_case as (
    select o.id from open_case o
    where exists (
      select from epoch e join compartment k on k.id = e.compartment_id
      where e.case_id = o.id and e.closed_at is null and k.kind <> all (the_sole_kinds)
        and exists (select from holders_of_case(o.id) h where h.epoch_id = e.id and h.person_id = o.person_id)
        and (select count(distinct h.person_id) from holders_of_case(o.id) h where h.epoch_id = e.id and h.person_id <> o.person_id) < 2)
  )
  select (select count(*) from open_case o where o.in_charge = o.person_id), (select count(*) from left_case)
$$;

revoke execute on function cases_after_places, close_places, relief_counts from public;
grant execute on function cases_after_places, close_places, relief_counts to app;
set local role owner;
revoke create on schema public from reach;
