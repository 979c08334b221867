-- The sittings of a committee and the cases each holds; how the territories go, in numbers.

create table sitting (
  id uuid primary key,
  office_id uuid not null references office,
  held_on date not null,
  scheduled_by uuid not null references person,
  scheduled_at timestamptz not null,
  unique (office_id, held_on)
);
create index on sitting (scheduled_by);

-- A case that a sitting could not examine may be put to the next one too.
create table sitting_case (
  sitting_id uuid not null references sitting,
  case_id uuid not null references case_file,
  put_by uuid not null references person,
  put_at timestamptz not null,
  primary key (sitting_id, case_id)
);
create index on sitting_case (case_id);
create index on sitting_case (put_by);
grant select, insert on sitting, sitting_case to app;

-- A sitting is a fact of its office; which cases it holds is one of each case.
alter table sitting enable row level security;
alter table sitting force row level security;
create policy reached on sitting for select to app using (office_id in (select m.office_id from live_mandate m where m.person_id = actor()));
create policy added on sitting for insert to app with check (scheduled_by = actor() and office_id in (select m.office_id from live_mandate m where m.person_id = actor()));

grant create on schema public to reach;
set local role reach;

-- How long there is to read, from the padded size of each summary, for whoever the case exists for: not a word of it.
create function summary_sizes(the_sitting uuid) returns table (case_id uuid, bytes integer)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
    select k.case_id, sum(octet_length(i.sealed))::int from sitting_case s
    join compartment k on k.case_id = s.case_id and k.kind = 'summary'
    join item i on i.compartment_id = k.id
    where s.sitting_id = the_sitting and s.case_id = any (array (select reachable_cases()))
    group by k.case_id;
end $$;

-- Regional cases by territory and stage, for the national mediator and deputy. What counts fewer than five is null here
-- already: the service itself does not learn it (domain 7.4).
create function coordination_counts() returns table (territory_id uuid, stage text, cases integer)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  if not exists (select from live_mandate m join office o on o.id = m.office_id where m.person_id = actor() and o.tier = 'national' and m.role in ('mediator', 'deputy')) then return; end if;
  return query
    with regional as (
      select o.territory_id,
        case
          when c.state in ('received', 'acknowledged', 'notified', 'convened') then 'studied'
          when c.state = 'consent_requested' then 'answering'
          when c.state in ('consented', 'designated', 'in_mediation', 'agreement_proposed') then 'mediating'
          when c.state in ('agreed', 'partly_agreed', 'follow_up') then 'followed'
          else 'ended'
        end as stage,
        exists (select from deadline d where d.case_id = c.id and d.met_at is null and d.due_at < entente_now()) as is_late
      from case_file c join office o on o.id = c.office_id where c.tier = 'regional'
    ), counted as (
      select territory_id, stage, count(*) as cases from regional group by territory_id, stage
      union all select territory_id, 'late', count(*) from regional where is_late and stage <> 'ended' group by territory_id
    )
    select territory_id, stage, case when cases >= 5 then cases::int end from counted;
end $$;

revoke execute on function summary_sizes, coordination_counts from public;
grant execute on function summary_sizes, coordination_counts to app;
set local role owner;
revoke create on schema public from reach;
