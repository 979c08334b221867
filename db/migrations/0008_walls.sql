-- Walls written by hand: people's tables, what spans two cases, and the functions that keep keys in step with facts.

-- Facts that the reach functions read.
do $$
declare t text;
begin
  foreach t in array array['person', 'slot', 'session', 'session_certificate', 'mandate', 'office_key_share', 'referral', 'call_up'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy facts on %I for select to reach using (true)', t);
  end loop;
end $$;
grant select on referral, call_up to reach;
grant delete on key_grant, ring_key to reach;
grant update on epoch, case_file to reach;
grant select, insert, update on case_file, request, party, representative, compartment, epoch, seat, consent, designation, invitation, deadline, referral, call_up, notice to app;
grant select, insert, update, delete on key_grant, ring_key, advice to app;
grant select, insert on act, item, challenge, meeting, object_agreement, agreement, agreement_signature, evaluation, recusal to app;

-- Acts are signed, bound to their case, and needed to check an appointment: read by whoever is signed in or holds a link.
alter table act enable row level security;
alter table act force row level security;
create policy reached on act for select to app using (case_id is null or case_id = any (array (select reachable_cases())));
create policy added on act for insert to app with check (author_id = actor());
create policy facts on act for select to reach using (true);
grant select on act to reach;

-- One's own account; names of those who hold a mandate; a visitor reaches what a login selects, through functions below.
create policy reached on person for select to app using (id = actor() or (actor() is not null and id in (select m.person_id from mandate m)));
create policy added on person for insert to app with check (id = actor());
create policy changed on person for update to app using (id = actor());
create policy reached on slot for select to app using (person_id = actor());
create policy added on slot for insert to app with check (person_id = actor());
create policy changed on slot for update to app using (person_id = actor());
create policy removed on slot for delete to app using (person_id = actor());
create policy reached on session for select to app using (person_id = actor());
create policy added on session for insert to app with check (person_id = actor());
create policy changed on session for update to app using (person_id = actor());
create policy removed on session for delete to app using (person_id = actor());
-- Certificates are public keys with a signature: needed to check what others signed.
create policy reached on session_certificate for select to app using (true);
create policy added on session_certificate for insert to app with check (person_id = actor());
create policy changed on session_certificate for update to app using (person_id = actor());
-- Mandates are appointments made public by an order (D art. 5, 8, 9).
create policy reached on mandate for select to app using (actor() is not null or link() is not null);
create policy added on mandate for insert to app with check (actor() is not null);
create policy changed on mandate for update to app using (actor() is not null);
create policy reached on office_key_share for select to app using (actor() is not null);
create policy added on office_key_share for insert to app with check (grantor_id = actor());
create policy removed on office_key_share for delete to app using (actor() is not null);

set local role owner;
grant create on schema public to reach;
grant usage on schema public to reach;
grant execute on function actor, job, link, narrowed_case, entente_now to app, reach;
set local role reach;

-- What the actor is to one case.
create function own_standings(the_case uuid)
  returns table (standing text, subject uuid, since timestamptz)
  language sql stable security definer set search_path = public as $$
  select s.standing, s.subject, s.since from standings_of_person(actor(), the_case) s
$$;

-- A visitor: the slots and the session that a proof selects, nothing else.
create function slots_of_login(the_hmac bytea)
  returns table (id uuid, person_id uuid, kind text, salt bytea, memory_kib integer, passes integer, lanes integer, pepper_version integer, statement_digest bytea, sealed bytea)
  language sql stable security definer set search_path = public as $$
  select s.id, s.person_id, s.kind, s.salt, s.memory_kib, s.passes, s.lanes, s.pepper_version, s.statement_digest, s.sealed
  from person p join slot s on s.person_id = p.id where p.login_hmac = the_hmac order by p.created_at
$$;

create function session_of_hash(the_hash bytea)
  returns table (certificate_id uuid, person_id uuid, sealed bytea, idle_minutes integer, last_seen_at timestamptz,
    statement_digest bytea, public_key bytea, not_before timestamptz, expires_at timestamptz, signature bytea, ended_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select c.id, s.person_id, s.sealed, s.idle_minutes, s.last_seen_at, c.statement_digest, c.public_key, c.not_before, c.expires_at, c.signature, c.ended_at
  from session s join session_certificate c on c.id = s.certificate_id and c.person_id = s.person_id where s.id_hash = the_hash
$$;

-- What became of the invitation whose link is held: somebody who comes back is told, somebody who guesses is not.
create function state_of_link() returns text
  language sql stable security definer set search_path = public as $$
  select case when i.state = 'open' and i.expires_at <= entente_now() then 'expired' else i.state end from invitation i where i.link_hash = link()
$$;
revoke execute on function state_of_link from public;
grant execute on function state_of_link to app;

-- What a person is to a case they reach, and who else is what: facts for `decide` and for the keys.
create function case_standings(the_case uuid)
  returns table (person_id uuid, case_id uuid, standing text, subject uuid, since timestamptz)
  language plpgsql stable security definer set search_path = public as $$
begin
  if the_case in (select reachable_cases()) or job() = 'grants' then
    return query select * from standings_of_case(the_case);
  end if;
end $$;

-- Grants that live: to the person, re-wrapped in their ring, or to an office key whose private half they hold.
create function holders_of_case(the_case uuid)
  returns table (epoch_id uuid, person_id uuid)
  language sql stable security definer set search_path = public as $$
  select g.epoch_id, g.recipient_id from key_grant g where g.case_id = the_case and g.recipient_kind = 'person'
  union select r.epoch_id, r.person_id from ring_key r where r.case_id = the_case
  union select g.epoch_id, h.person_id from key_grant g join office_key_share h on h.office_key_id = g.recipient_id
    where g.case_id = the_case and g.recipient_kind = 'office'
$$;

-- The same for a case the actor reaches, by what is held: the facts from which keys are planned.
create function case_holders(the_case uuid)
  returns table (epoch_id uuid, via text, holder_id uuid)
  language plpgsql stable security definer set search_path = public as $$
begin
  if the_case in (select reachable_cases()) then
    return query
      select g.epoch_id, g.recipient_kind, g.recipient_id from key_grant g where g.case_id = the_case
      union select r.epoch_id, 'person', r.person_id from ring_key r where r.case_id = the_case;
  end if;
end $$;

-- The hottest read: what the actor reaches of one case, with their ring, asked of the walls once.
create function read_case(the_case uuid, the_kinds text[])
  returns table (epoch_id uuid, number bigint, audience text, opened_at timestamptz, compartment_id uuid, compartment text, subject uuid, ring bytea,
    id uuid, version bigint, kind text, author_id uuid, created_at timestamptz, sealed bytea)
  language sql stable security definer set search_path = public as $$
  select e.id, e.number, e.audience, e.opened_at, k.id, k.kind, k.subject, r.sealed, i.id, i.version, i.kind, i.author_id, i.created_at, i.sealed
  from unnest(array (select reachable_compartments())) reached (id)
  join epoch e on e.id = reached.id and e.case_id = the_case
  join compartment k on k.id = e.compartment_id and (the_kinds is null or k.kind = any (the_kinds))
  left join ring_key r on r.epoch_id = e.id and r.person_id = actor()
  left join item i on i.epoch_id = e.id and i.compartment_id = k.id and i.case_id = the_case
  order by i.created_at
$$;

-- The two visible queues (design 3): for whoever operates the database; the service needs only what it may reach.
create function grants_due(the_case uuid)
  returns table (epoch_id uuid, compartment_id uuid, person_id uuid)
  language sql stable security definer set search_path = public as $$
  select distinct r.epoch_id, r.compartment_id, r.person_id from readers_of_case(the_case) r
  where not exists (select from holders_of_case(the_case) h where h.epoch_id = r.epoch_id and h.person_id = r.person_id)
$$;

create function grants_stale(the_case uuid)
  returns table (epoch_id uuid, person_id uuid)
  language sql stable security definer set search_path = public as $$
  select h.epoch_id, h.person_id from holders_of_case(the_case) h
  except select r.epoch_id, r.person_id from readers_of_case(the_case) r
$$;

-- Takes back what facts no longer give: grants and ring rows go, and an open epoch that a removed person held is closed.
-- Items are never touched. An office's grant goes when somebody has taken charge, or when a holder of its key may not read.
create function sweep_case(the_case uuid) returns integer
  language plpgsql volatile security definer set search_path = public as $$
declare swept integer := 0; counted integer; epochs uuid[]; people uuid[]; read_epochs uuid[]; read_compartments uuid[]; readers uuid[];
begin
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

-- Cases whose facts may have ended by a date rather than by a deed since the last look.
create function cases_to_sweep() returns setof uuid
  language sql stable security definer set search_path = public as $$
  select distinct g.case_id from mandate m join key_grant g on g.recipient_kind = 'person' and g.recipient_id = m.person_id
    where m.valid_to <= entente_now() or m.ended_at <= entente_now()
  union select distinct r.case_id from mandate m join ring_key r on r.person_id = m.person_id
    where m.valid_to <= entente_now() or m.ended_at <= entente_now()
  union select distinct g.case_id from mandate m join office_key_share h on h.person_id = m.person_id join key_grant g on g.recipient_id = h.office_key_id
    where m.valid_to <= entente_now() or m.ended_at <= entente_now()
  union select i.case_id from invitation i join key_grant g on g.recipient_id = i.id where i.state <> 'open' or i.expires_at <= entente_now()
  union select k.case_id from compartment k where k.readable_until <= entente_now()
$$;

-- Marks where a key waits for a holder, after an appointment has changed the holders of an office's cases.
create function mark_office_cases(the_office uuid) returns void
  language sql volatile security definer set search_path = public as $$
  update case_file c set keys_due = true
    where c.office_id = the_office and c.state not in ('closed', 'redirected', 'transferred')
$$;

-- The upper tier has accepted: the lower case is transferred, and its officers' grants go.
create function transfer_lower_case(the_upper uuid) returns uuid
  language plpgsql volatile security definer set search_path = public as $$
declare lower uuid;
begin
  if not exists (select from standings_of_person(actor(), the_upper) s where s.standing = 'presiding') then
    raise exception 'not presiding' using errcode = 'insufficient_privilege';
  end if;
  select f.lower_case_id into lower from referral f where f.upper_case_id = the_upper and f.state = 'pending' for update;
  if lower is null then
    return null;
  end if;
  update case_file c set state = 'transferred', outcome = 'transferred', closed_at = entente_now(), holders = c.holders + 1 where c.id = lower;
  update referral f set state = 'accepted', answered_by = actor(), answered_at = entente_now() where f.upper_case_id = the_upper;
  perform sweep_case(lower);

  return lower;
end $$;

-- Offices the actor answers for now: a call-up names a case, and is not for members of the committee.
create function own_offices() returns setof uuid
  language sql stable security definer set search_path = public as $$
  select m.office_id from live_mandate m where m.person_id = actor() and m.role in ('mediator', 'deputy')
$$;

revoke execute on function own_standings, read_case, slots_of_login, session_of_hash, case_standings, case_holders, holders_of_case, grants_due, grants_stale, sweep_case, cases_to_sweep, mark_office_cases, transfer_lower_case, own_offices from public;
grant execute on function own_standings, read_case, slots_of_login, session_of_hash, case_standings, case_holders, sweep_case, cases_to_sweep, mark_office_cases, transfer_lower_case, own_offices to app;
set local role owner;
revoke create on schema public from reach;

-- What the sweeping and transferring functions change.
create policy swept on key_grant for delete to reach using (true);
create policy swept on ring_key for delete to reach using (true);
create policy swept on epoch for update to reach using (true);
create policy swept on case_file for update to reach using (true);
create policy swept on referral for update to reach using (true);
grant update on referral to reach;

-- A referral is seen from both its cases; a call-up from both offices.
create policy reached on referral for select to app using (lower_case_id = any (array (select reachable_cases())) or upper_case_id = any (array (select reachable_cases())));
create policy added on referral for insert to app with check (lower_case_id = any (array (select reachable_cases())));
create policy changed on referral for update to app using (upper_case_id = any (array (select reachable_cases())));
create policy reached on call_up for select to app using (from_office_id in (select own_offices()) or to_office_id in (select own_offices()));
create policy added on call_up for insert to app with check (from_office_id in (select own_offices()));
create policy changed on call_up for update to app using (to_office_id in (select own_offices()));
