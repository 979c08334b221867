-- Turns of a case: how it was set aside, suspended, left by a party, extended, agreed in part; companions; the prior step.

alter table case_file
  add column outcome_reason text, -- the code behind an outcome: where it was redirected, why it was not admitted, what settled it
  add column suspended_at timestamptz;
alter table request
  add column prior_step_found text check (prior_step_found in ('attested', 'accepted', 'not_available', 'not_suitable')),
  add column prior_step_found_at timestamptz;
alter table party add column withdrawn_at timestamptz;
alter table agreement add column partial boolean not null default false;

-- When the mediation goes on without a party, the others consent anew; the signed acts and the journal keep what was.
grant delete on consent to app;

create table extension (
  id uuid primary key,
  case_id uuid not null references case_file,
  due_on date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  agreed_at timestamptz
);
create index on extension (case_id);

create table extension_consent (
  extension_id uuid not null references extension,
  case_id uuid not null references case_file,
  party_id uuid not null references party,
  person_id uuid not null references person,
  act_id uuid not null,
  at timestamptz not null,
  primary key (extension_id, party_id)
);
create index on extension_consent (case_id);
create index on extension_consent (party_id);
create index on extension_consent (person_id);

create table companion (
  id uuid primary key,
  case_id uuid not null references case_file,
  party_id uuid not null references party,
  item_id uuid not null, -- the name lies in the party's account
  named_at timestamptz not null,
  committed_on date, -- the day on which they signed their commitment to confidentiality
  recorded_by uuid,
  taken_back_at timestamptz,
  check ((committed_on is null) = (recorded_by is null))
);
create index on companion (case_id);
create index on companion (party_id);

create table meeting_companion (
  meeting_id uuid not null references meeting,
  companion_id uuid not null references companion,
  case_id uuid not null references case_file,
  primary key (meeting_id, companion_id)
);
create index on meeting_companion (case_id);
create index on meeting_companion (companion_id);

grant select, insert, update on extension, companion to app;
grant select, insert on extension_consent, meeting_companion to app;

create index on compartment (readable_until) where readable_until is not null;

grant create on schema public to reach;
grant update on compartment to reach;
set local role reach;

-- Notes whose author holds no mandate in the office of the case any more: theirs for thirty days after the last one ended.
create function notes_left(the_case uuid)
  returns table (compartment_id uuid, case_id uuid, readable_until timestamptz)
  language sql stable security definer set search_path = public as $$
  select k.id, k.case_id, max(least(m.valid_to, coalesce(m.ended_at, m.valid_to))) + interval '720 hours'
  from compartment k join case_file c on c.id = k.case_id
  join mandate m on m.person_id = k.subject and m.office_id = c.office_id and m.countersigned_at is not null
  where k.kind = 'notes' and k.readable_until is null and (the_case is null or k.case_id = the_case)
  group by k.id, k.case_id
  having max(least(m.valid_to, coalesce(m.ended_at, m.valid_to))) <= entente_now()
$$;

-- Notes not yet expired whose author is in office again, and left the case neither by a recusal nor by a challenge.
create function notes_found_again(the_case uuid)
  returns table (compartment_id uuid, case_id uuid)
  language sql stable security definer set search_path = public as $$
  select k.id, k.case_id from compartment k join case_file c on c.id = k.case_id
  where k.kind = 'notes' and k.readable_until > entente_now() and (the_case is null or k.case_id = the_case)
    and exists (select from live_mandate m where m.person_id = k.subject and m.office_id = c.office_id)
    and not exists (select from recusal x where x.case_id = k.case_id and x.person_id = k.subject)
    and not exists (select from designation d where d.case_id = k.case_id and d.person_id = k.subject and d.ended_at is not null)
$$;

-- As before, and first: notes of whoever has left the office, by a deed or by a date, get their last day.
create or replace function sweep_case(the_case uuid) returns integer
  language plpgsql volatile security definer set search_path = public as $$
declare swept integer := 0; counted integer; epochs uuid[]; people uuid[]; read_epochs uuid[]; read_compartments uuid[]; readers uuid[];
begin
  update compartment k set readable_until = null from notes_found_again(the_case) f where k.id = f.compartment_id;
  update compartment k set readable_until = l.readable_until from notes_left(the_case) l where k.id = l.compartment_id;

  -- Who may read, asked once; the same pairs tell what is stale (`grants_stale`) and what is due (`grants_due`).
  select array_agg(r.epoch_id), array_agg(r.compartment_id), array_agg(r.person_id) into read_epochs, read_compartments, readers
    from (select distinct d.epoch_id, d.compartment_id, d.person_id from readers_of_case(the_case) d) r;
  select array_agg(h.epoch_id), array_agg(h.person_id) into epochs, people
    from (select c.epoch_id, c.person_id from holders_of_case(the_case) c except select * from unnest(read_epochs, readers)) h;

  if epochs is not null then
    update epoch e set closed_at = entente_now() where e.closed_at is null and e.id = any (epochs);
    delete from key_grant g using unnest(epochs, people) p (epoch_id, person_id)
      where g.recipient_kind = 'person' and g.epoch_id = p.epoch_id and g.recipient_id = p.person_id;
    get diagnostics counted = row_count; swept := swept + counted;
    delete from ring_key r using unnest(epochs, people) p (epoch_id, person_id)
      where r.epoch_id = p.epoch_id and r.person_id = p.person_id;
    get diagnostics counted = row_count; swept := swept + counted;
  end if;
  delete from key_grant g
    where g.case_id = the_case and g.recipient_kind = 'office'
      and (exists (select from case_file c where c.id = the_case and (c.in_charge is not null or c.state = 'transferred'))
        or exists (select from unnest(epochs, people) p (epoch_id, person_id) join office_key_share h on h.person_id = p.person_id and h.office_key_id = g.recipient_id where p.epoch_id = g.epoch_id));
  get diagnostics counted = row_count; swept := swept + counted;
  delete from key_grant g using invitation i
    where g.case_id = the_case and g.recipient_kind = 'invitation' and i.id = g.recipient_id and (i.state <> 'open' or i.expires_at <= entente_now());
  get diagnostics counted = row_count; swept := swept + counted;
  update case_file c set keys_due = exists (select * from unnest(read_epochs, readers) except select h.epoch_id, h.person_id from holders_of_case(the_case) h)
      or exists (select from compartment k where k.case_id = the_case and k.id = any (read_compartments)
                 and not exists (select from epoch e where e.compartment_id = k.id and e.closed_at is null))
    where c.id = the_case;

  return swept;
end $$;

-- As before, with the notes that a mandate has left behind or found again; expired ones only while their author holds a key.
create or replace function cases_to_sweep() returns setof uuid
  language sql stable security definer set search_path = public as $$
  select distinct g.case_id from mandate m join key_grant g on g.recipient_kind = 'person' and g.recipient_id = m.person_id
    where m.valid_to <= entente_now() or m.ended_at <= entente_now()
  union select distinct r.case_id from mandate m join ring_key r on r.person_id = m.person_id
    where m.valid_to <= entente_now() or m.ended_at <= entente_now()
  union select distinct g.case_id from mandate m join office_key_share h on h.person_id = m.person_id join key_grant g on g.recipient_id = h.office_key_id
    where m.valid_to <= entente_now() or m.ended_at <= entente_now()
  union select i.case_id from invitation i join key_grant g on g.recipient_id = i.id where i.state <> 'open' or i.expires_at <= entente_now()
  union select k.case_id from compartment k join epoch e on e.compartment_id = k.id
    where k.readable_until <= entente_now()
      and (exists (select from ring_key r where r.epoch_id = e.id and r.person_id = k.subject)
        or exists (select from key_grant g where g.epoch_id = e.id and g.recipient_kind = 'person' and g.recipient_id = k.subject))
  union select l.case_id from notes_left(null) l
  union select f.case_id from notes_found_again(null) f
$$;

revoke execute on function notes_left, notes_found_again from public;
set local role owner;
revoke create on schema public from reach;
create policy swept on compartment for update to reach using (true);
