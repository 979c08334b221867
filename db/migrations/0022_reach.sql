-- Written by policies/rows.ts, reviewed by hand; test/walls holds the two equal.
grant create on schema public to reach;
grant select on case_file, request, party, representative, compartment, epoch, item, key_grant, ring_key, seat, advice, consent, designation, challenge, meeting, notice, agreement, agreement_signature, object_agreement, evaluation, extension, extension_consent, companion, meeting_companion, recusal, deadline, invitation, hand_over, sitting_case, paper_entry, co_signature, document, document_chunk to reach;
set local role reach;
create or replace function standings_of_case(the_case uuid)
  returns table (person_id uuid, case_id uuid, standing text, subject uuid, since timestamptz)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
    with live as materialized (select m.person_id, m.office_id, m.role, m.valid_from from live_mandate m where m.office_id = (select office_id from case_file where id = the_case))
    select r.person_id, r.case_id, 'party'::text, r.party_id, r.since
      from representative r join party p on p.id = r.party_id
      where r.case_id = the_case and (r.until is null or r.until > entente_now()) and p.withdrawn_at is null
    union all
    select r.person_id, r.case_id, 'former-party'::text, r.party_id, p.withdrawn_at
      from representative r join party p on p.id = r.party_id
      where r.case_id = the_case and (r.until is null or r.until > entente_now()) and p.withdrawn_at is not null
    union all
    select q.author_id, q.case_id, 'requester'::text, null::uuid, q.filed_at
      from request q
      where q.case_id = the_case and q.channel = 'online' and (q.capacity = 'party' or (q.capacity = 'regional-mediator' and not exists (select from referral f where f.upper_case_id = q.case_id and f.answered_at is not null)))
    union all
    select r.person_id, r.case_id, 'requester'::text, null::uuid, r.since
      from representative r join request q on q.case_id = r.case_id and q.party_id = r.party_id
      where r.case_id = the_case and q.channel <> 'online' and (r.until is null or r.until > entente_now())
    union all
    select q.author_id, q.case_id, 'clerk'::text, q.party_id, q.filed_at
      from request q
      where q.case_id = the_case and (q.channel <> 'online' or q.capacity in ('director', 'cme-president', 'dean', 'school-head', 'ars', 'cng', 'prefect', 'ministers')) and not exists (select from case_file c where c.id = q.case_id)
    union all
    select q.author_id, q.case_id, 'referrer'::text, null::uuid, q.filed_at
      from request q
      where q.case_id = the_case and q.capacity in ('director', 'cme-president', 'dean', 'school-head', 'ars', 'cng', 'prefect', 'ministers') and q.taken_at is null
    union all
    select m.person_id, c.id, 'register'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where c.id = the_case and c.in_charge is null and m.role in ('mediator', 'deputy', 'conciliator', 'secretary') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'request'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where c.id = the_case and c.in_charge is null and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'secretary'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where c.id = the_case and m.role in ('secretary') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'presiding'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where c.id = the_case and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select c.in_charge, c.id, 'in-charge'::text, null::uuid, c.charged_at
      from case_file c join live m on m.office_id = c.office_id and m.person_id = c.in_charge
      where c.id = the_case and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'stand-in'::text, null::uuid, a.from_at
      from absence a join case_file c on c.office_id = a.office_id and c.in_charge = a.person_id join live m on m.office_id = c.office_id and m.person_id = a.deputy_id
      where c.id = the_case and a.ended_at is null and a.from_at <= entente_now() and a.until_at > entente_now() and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id) and not exists (select from representative r where r.case_id = c.id and r.person_id = m.person_id) and not exists (select from request q where q.case_id = c.id and q.author_id = m.person_id and q.capacity = 'party') and not exists (select from seat s where s.case_id = c.id and s.person_id = m.person_id)
    union all
    select h.to_person, h.case_id, 'successor'::text, null::uuid, h.offered_at
      from hand_over h join case_file c on c.id = h.case_id and c.in_charge = h.from_person join live m on m.office_id = c.office_id and m.person_id = h.to_person
      where h.case_id = the_case and h.state = 'pending' and h.expires_at > entente_now() and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'alternate'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where c.id = the_case and c.tier = 'local' and c.in_charge <> m.person_id and m.role in ('conciliator', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select d.person_id, d.case_id, 'delegate'::text, null::uuid, d.at
      from designation d join case_file c on c.id = d.case_id join live m on m.office_id = c.office_id and m.person_id = d.person_id
      where d.case_id = the_case and d.ended_at is null and m.role in ('member', 'mediator', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select s.person_id, s.case_id, 'convened'::text, null::uuid, s.convened_at
      from seat s join case_file c on c.id = s.case_id join live m on m.office_id = c.office_id and m.person_id = s.person_id
      where s.case_id = the_case and s.ended_at is null and not s.excluded and m.role in ('member', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select s.person_id, s.case_id, 'named'::text, null::uuid, s.convened_at
      from seat s join case_file c on c.id = s.case_id join live m on m.office_id = c.office_id and m.person_id = s.person_id
      where s.case_id = the_case and s.ended_at is null and s.answer = 'none' and m.role in ('member', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select s.person_id, s.case_id, 'seated'::text, null::uuid, s.convened_at
      from seat s join case_file c on c.id = s.case_id join live m on m.office_id = c.office_id and m.person_id = s.person_id
      where s.case_id = the_case and s.ended_at is null and s.seated_at is not null and m.role in ('member', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select k.subject, k.case_id, 'self'::text, k.subject, k.created_at
      from compartment k
      where k.case_id = the_case and k.kind in ('notes', 'declaration') and (k.readable_until is null or k.readable_until > entente_now());
end $$;

create or replace function standings_of_person(the_person uuid, the_case uuid)
  returns table (person_id uuid, case_id uuid, standing text, subject uuid, since timestamptz)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
    with live as materialized (select m.person_id, m.office_id, m.role, m.valid_from from live_mandate m where m.person_id = the_person)
    select r.person_id, r.case_id, 'party'::text, r.party_id, r.since
      from representative r join party p on p.id = r.party_id
      where r.person_id = the_person and (the_case is null or r.case_id = the_case) and (r.until is null or r.until > entente_now()) and p.withdrawn_at is null
    union all
    select r.person_id, r.case_id, 'former-party'::text, r.party_id, p.withdrawn_at
      from representative r join party p on p.id = r.party_id
      where r.person_id = the_person and (the_case is null or r.case_id = the_case) and (r.until is null or r.until > entente_now()) and p.withdrawn_at is not null
    union all
    select q.author_id, q.case_id, 'requester'::text, null::uuid, q.filed_at
      from request q
      where q.author_id = the_person and (the_case is null or q.case_id = the_case) and q.channel = 'online' and (q.capacity = 'party' or (q.capacity = 'regional-mediator' and not exists (select from referral f where f.upper_case_id = q.case_id and f.answered_at is not null)))
    union all
    select r.person_id, r.case_id, 'requester'::text, null::uuid, r.since
      from representative r join request q on q.case_id = r.case_id and q.party_id = r.party_id
      where r.person_id = the_person and (the_case is null or r.case_id = the_case) and q.channel <> 'online' and (r.until is null or r.until > entente_now())
    union all
    select q.author_id, q.case_id, 'clerk'::text, q.party_id, q.filed_at
      from request q
      where q.author_id = the_person and (the_case is null or q.case_id = the_case) and (q.channel <> 'online' or q.capacity in ('director', 'cme-president', 'dean', 'school-head', 'ars', 'cng', 'prefect', 'ministers')) and not exists (select from case_file c where c.id = q.case_id)
    union all
    select q.author_id, q.case_id, 'referrer'::text, null::uuid, q.filed_at
      from request q
      where q.author_id = the_person and (the_case is null or q.case_id = the_case) and q.capacity in ('director', 'cme-president', 'dean', 'school-head', 'ars', 'cng', 'prefect', 'ministers') and q.taken_at is null
    union all
    select m.person_id, c.id, 'register'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where m.person_id = the_person and (the_case is null or c.id = the_case) and c.in_charge is null and m.role in ('mediator', 'deputy', 'conciliator', 'secretary') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'request'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where m.person_id = the_person and (the_case is null or c.id = the_case) and c.in_charge is null and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'secretary'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where m.person_id = the_person and (the_case is null or c.id = the_case) and m.role in ('secretary') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'presiding'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where m.person_id = the_person and (the_case is null or c.id = the_case) and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select c.in_charge, c.id, 'in-charge'::text, null::uuid, c.charged_at
      from case_file c join live m on m.office_id = c.office_id and m.person_id = c.in_charge
      where c.in_charge = the_person and (the_case is null or c.id = the_case) and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'stand-in'::text, null::uuid, a.from_at
      from absence a join case_file c on c.office_id = a.office_id and c.in_charge = a.person_id join live m on m.office_id = c.office_id and m.person_id = a.deputy_id
      where m.person_id = the_person and (the_case is null or c.id = the_case) and a.ended_at is null and a.from_at <= entente_now() and a.until_at > entente_now() and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id) and not exists (select from representative r where r.case_id = c.id and r.person_id = m.person_id) and not exists (select from request q where q.case_id = c.id and q.author_id = m.person_id and q.capacity = 'party') and not exists (select from seat s where s.case_id = c.id and s.person_id = m.person_id)
    union all
    select h.to_person, h.case_id, 'successor'::text, null::uuid, h.offered_at
      from hand_over h join case_file c on c.id = h.case_id and c.in_charge = h.from_person join live m on m.office_id = c.office_id and m.person_id = h.to_person
      where h.to_person = the_person and (the_case is null or h.case_id = the_case) and h.state = 'pending' and h.expires_at > entente_now() and m.role in ('mediator', 'deputy', 'conciliator') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select m.person_id, c.id, 'alternate'::text, null::uuid, m.valid_from
      from case_file c join live m on m.office_id = c.office_id
      where m.person_id = the_person and (the_case is null or c.id = the_case) and c.tier = 'local' and c.in_charge <> m.person_id and m.role in ('conciliator', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select d.person_id, d.case_id, 'delegate'::text, null::uuid, d.at
      from designation d join case_file c on c.id = d.case_id join live m on m.office_id = c.office_id and m.person_id = d.person_id
      where d.person_id = the_person and (the_case is null or d.case_id = the_case) and d.ended_at is null and m.role in ('member', 'mediator', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select s.person_id, s.case_id, 'convened'::text, null::uuid, s.convened_at
      from seat s join case_file c on c.id = s.case_id join live m on m.office_id = c.office_id and m.person_id = s.person_id
      where s.person_id = the_person and (the_case is null or s.case_id = the_case) and s.ended_at is null and not s.excluded and m.role in ('member', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select s.person_id, s.case_id, 'named'::text, null::uuid, s.convened_at
      from seat s join case_file c on c.id = s.case_id join live m on m.office_id = c.office_id and m.person_id = s.person_id
      where s.person_id = the_person and (the_case is null or s.case_id = the_case) and s.ended_at is null and s.answer = 'none' and m.role in ('member', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select s.person_id, s.case_id, 'seated'::text, null::uuid, s.convened_at
      from seat s join case_file c on c.id = s.case_id join live m on m.office_id = c.office_id and m.person_id = s.person_id
      where s.person_id = the_person and (the_case is null or s.case_id = the_case) and s.ended_at is null and s.seated_at is not null and m.role in ('member', 'deputy') and c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)
    union all
    select k.subject, k.case_id, 'self'::text, k.subject, k.created_at
      from compartment k
      where k.subject = the_person and (the_case is null or k.case_id = the_case) and k.kind in ('notes', 'declaration') and (k.readable_until is null or k.readable_until > entente_now());
end $$;

create or replace function reachable_cases() returns setof uuid
  language plpgsql stable security definer set search_path = public as $$
begin
  if actor() is not null then
    return query select distinct s.case_id from standings_of_person(actor(), narrowed_case()) s where s.standing not in ('self', 'referrer');
  end if;
  if link() is not null then
    return query select i.case_id from invitation i where i.link_hash = link() and i.state = 'open' and i.expires_at > entente_now();
  end if;
end $$;

create or replace function reachable_compartments() returns setof uuid
  language plpgsql stable security definer set search_path = public as $$
begin
  if actor() is not null then
    return query
      select distinct e.id from standings_of_person(actor(), narrowed_case()) s
      join compartment k on k.case_id = s.case_id
      join epoch e on e.compartment_id = k.id
      where (k.kind = 'identity' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'identity' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'identity' and s.standing = 'register'
        or k.kind = 'identity' and s.standing = 'in-charge'
        or k.kind = 'identity' and s.standing = 'stand-in'
        or k.kind = 'identity' and s.standing = 'successor'
        or k.kind = 'identity' and s.standing = 'alternate'
        or k.kind = 'identity' and s.standing = 'delegate'
        or k.kind = 'identity' and s.standing = 'secretary'
        or k.kind = 'account' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'account' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'account' and s.standing = 'referrer' and k.subject is not distinct from s.subject
        or k.kind = 'account' and s.standing = 'request'
        or k.kind = 'account' and s.standing = 'in-charge'
        or k.kind = 'account' and s.standing = 'stand-in'
        or k.kind = 'account' and s.standing = 'successor'
        or k.kind = 'account' and s.standing = 'delegate'
        or k.kind = 'object' and s.standing = 'party'
        or k.kind = 'object' and s.standing = 'in-charge'
        or k.kind = 'object' and s.standing = 'stand-in'
        or k.kind = 'object' and s.standing = 'successor'
        or k.kind = 'object' and s.standing = 'delegate'
        or k.kind = 'letters' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'letters' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'letters' and s.standing = 'in-charge'
        or k.kind = 'letters' and s.standing = 'stand-in'
        or k.kind = 'letters' and s.standing = 'successor'
        or k.kind = 'letters' and s.standing = 'delegate'
        or k.kind = 'caucus' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'caucus' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'caucus' and s.standing = 'in-charge' and e.audience = 'preparation'
        or k.kind = 'caucus' and s.standing = 'stand-in' and e.audience = 'preparation'
        or k.kind = 'caucus' and s.standing = 'successor' and e.audience = 'preparation'
        or k.kind = 'caucus' and s.standing = 'delegate' and e.audience = 'mediation' and e.opened_at >= s.since
        or k.kind = 'room' and s.standing = 'party'
        or k.kind = 'room' and s.standing = 'delegate'
        or k.kind = 'convocation' and s.standing = 'convened'
        or k.kind = 'convocation' and s.standing = 'in-charge'
        or k.kind = 'convocation' and s.standing = 'stand-in'
        or k.kind = 'convocation' and s.standing = 'successor'
        or k.kind = 'convocation-names' and s.standing = 'named'
        or k.kind = 'convocation-names' and s.standing = 'in-charge'
        or k.kind = 'convocation-names' and s.standing = 'stand-in'
        or k.kind = 'convocation-names' and s.standing = 'successor'
        or k.kind = 'declaration' and s.standing = 'self' and k.subject is not distinct from s.subject
        or k.kind = 'declaration' and s.standing = 'in-charge'
        or k.kind = 'declaration' and s.standing = 'stand-in'
        or k.kind = 'declaration' and s.standing = 'successor'
        or k.kind = 'summary' and s.standing = 'seated'
        or k.kind = 'summary' and s.standing = 'in-charge'
        or k.kind = 'summary' and s.standing = 'stand-in'
        or k.kind = 'summary' and s.standing = 'successor'
        or k.kind = 'deliberation' and s.standing = 'seated'
        or k.kind = 'deliberation' and s.standing = 'in-charge'
        or k.kind = 'deliberation' and s.standing = 'stand-in'
        or k.kind = 'deliberation' and s.standing = 'successor'
        or k.kind = 'workspace' and s.standing = 'in-charge'
        or k.kind = 'workspace' and s.standing = 'stand-in'
        or k.kind = 'workspace' and s.standing = 'successor'
        or k.kind = 'workspace' and s.standing = 'delegate'
        or k.kind = 'notes' and s.standing = 'self' and k.subject is not distinct from s.subject
        or k.kind = 'agreement' and s.standing = 'party'
        or k.kind = 'agreement' and s.standing = 'delegate'
        or k.kind = 'agreement' and s.standing = 'in-charge'
        or k.kind = 'agreement' and s.standing = 'stand-in'
        or k.kind = 'agreement' and s.standing = 'successor'
        or k.kind = 'dispatch' and s.standing = 'register'
        or k.kind = 'dispatch' and s.standing = 'in-charge'
        or k.kind = 'dispatch' and s.standing = 'stand-in'
        or k.kind = 'dispatch' and s.standing = 'successor'
        or k.kind = 'dispatch' and s.standing = 'secretary'
        or k.kind = 'conciliation' and s.standing = 'party'
        or k.kind = 'conciliation' and s.standing = 'in-charge'
        or k.kind = 'conciliation' and s.standing = 'stand-in'
        or k.kind = 'conciliation' and s.standing = 'successor'
        or k.kind = 'conciliation' and s.standing = 'alternate'
        or k.kind = 'paper' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'paper' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'paper' and s.standing = 'request'
        or k.kind = 'paper' and s.standing = 'in-charge'
        or k.kind = 'paper' and s.standing = 'stand-in'
        or k.kind = 'paper' and s.standing = 'successor'
        or k.kind = 'paper' and s.standing = 'delegate');
  end if;
  if link() is not null then
    return query select g.epoch_id from invitation i join key_grant g on g.recipient_kind = 'invitation' and g.recipient_id = i.id
      where i.link_hash = link() and i.state = 'open' and i.expires_at > entente_now();
  end if;
end $$;

create or replace function readers_of_case(the_case uuid)
  returns table (epoch_id uuid, compartment_id uuid, person_id uuid, standing text)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
    select e.id, k.id, s.person_id, s.standing from standings_of_case(the_case) s
    join compartment k on k.case_id = s.case_id
    join epoch e on e.compartment_id = k.id
    where (k.kind = 'identity' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'identity' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'identity' and s.standing = 'register'
        or k.kind = 'identity' and s.standing = 'in-charge'
        or k.kind = 'identity' and s.standing = 'stand-in'
        or k.kind = 'identity' and s.standing = 'successor'
        or k.kind = 'identity' and s.standing = 'alternate'
        or k.kind = 'identity' and s.standing = 'delegate'
        or k.kind = 'identity' and s.standing = 'secretary'
        or k.kind = 'account' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'account' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'account' and s.standing = 'referrer' and k.subject is not distinct from s.subject
        or k.kind = 'account' and s.standing = 'request'
        or k.kind = 'account' and s.standing = 'in-charge'
        or k.kind = 'account' and s.standing = 'stand-in'
        or k.kind = 'account' and s.standing = 'successor'
        or k.kind = 'account' and s.standing = 'delegate'
        or k.kind = 'object' and s.standing = 'party'
        or k.kind = 'object' and s.standing = 'in-charge'
        or k.kind = 'object' and s.standing = 'stand-in'
        or k.kind = 'object' and s.standing = 'successor'
        or k.kind = 'object' and s.standing = 'delegate'
        or k.kind = 'letters' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'letters' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'letters' and s.standing = 'in-charge'
        or k.kind = 'letters' and s.standing = 'stand-in'
        or k.kind = 'letters' and s.standing = 'successor'
        or k.kind = 'letters' and s.standing = 'delegate'
        or k.kind = 'caucus' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'caucus' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'caucus' and s.standing = 'in-charge' and e.audience = 'preparation'
        or k.kind = 'caucus' and s.standing = 'stand-in' and e.audience = 'preparation'
        or k.kind = 'caucus' and s.standing = 'successor' and e.audience = 'preparation'
        or k.kind = 'caucus' and s.standing = 'delegate' and e.audience = 'mediation' and e.opened_at >= s.since
        or k.kind = 'room' and s.standing = 'party'
        or k.kind = 'room' and s.standing = 'delegate'
        or k.kind = 'convocation' and s.standing = 'convened'
        or k.kind = 'convocation' and s.standing = 'in-charge'
        or k.kind = 'convocation' and s.standing = 'stand-in'
        or k.kind = 'convocation' and s.standing = 'successor'
        or k.kind = 'convocation-names' and s.standing = 'named'
        or k.kind = 'convocation-names' and s.standing = 'in-charge'
        or k.kind = 'convocation-names' and s.standing = 'stand-in'
        or k.kind = 'convocation-names' and s.standing = 'successor'
        or k.kind = 'declaration' and s.standing = 'self' and k.subject is not distinct from s.subject
        or k.kind = 'declaration' and s.standing = 'in-charge'
        or k.kind = 'declaration' and s.standing = 'stand-in'
        or k.kind = 'declaration' and s.standing = 'successor'
        or k.kind = 'summary' and s.standing = 'seated'
        or k.kind = 'summary' and s.standing = 'in-charge'
        or k.kind = 'summary' and s.standing = 'stand-in'
        or k.kind = 'summary' and s.standing = 'successor'
        or k.kind = 'deliberation' and s.standing = 'seated'
        or k.kind = 'deliberation' and s.standing = 'in-charge'
        or k.kind = 'deliberation' and s.standing = 'stand-in'
        or k.kind = 'deliberation' and s.standing = 'successor'
        or k.kind = 'workspace' and s.standing = 'in-charge'
        or k.kind = 'workspace' and s.standing = 'stand-in'
        or k.kind = 'workspace' and s.standing = 'successor'
        or k.kind = 'workspace' and s.standing = 'delegate'
        or k.kind = 'notes' and s.standing = 'self' and k.subject is not distinct from s.subject
        or k.kind = 'agreement' and s.standing = 'party'
        or k.kind = 'agreement' and s.standing = 'delegate'
        or k.kind = 'agreement' and s.standing = 'in-charge'
        or k.kind = 'agreement' and s.standing = 'stand-in'
        or k.kind = 'agreement' and s.standing = 'successor'
        or k.kind = 'dispatch' and s.standing = 'register'
        or k.kind = 'dispatch' and s.standing = 'in-charge'
        or k.kind = 'dispatch' and s.standing = 'stand-in'
        or k.kind = 'dispatch' and s.standing = 'successor'
        or k.kind = 'dispatch' and s.standing = 'secretary'
        or k.kind = 'conciliation' and s.standing = 'party'
        or k.kind = 'conciliation' and s.standing = 'in-charge'
        or k.kind = 'conciliation' and s.standing = 'stand-in'
        or k.kind = 'conciliation' and s.standing = 'successor'
        or k.kind = 'conciliation' and s.standing = 'alternate'
        or k.kind = 'paper' and s.standing = 'party' and k.subject is not distinct from s.subject
        or k.kind = 'paper' and s.standing = 'former-party' and k.subject is not distinct from s.subject
        or k.kind = 'paper' and s.standing = 'request'
        or k.kind = 'paper' and s.standing = 'in-charge'
        or k.kind = 'paper' and s.standing = 'stand-in'
        or k.kind = 'paper' and s.standing = 'successor'
        or k.kind = 'paper' and s.standing = 'delegate');
end $$;

revoke execute on function standings_of_case, standings_of_person, readers_of_case, reachable_cases, reachable_compartments from public;
grant execute on function reachable_cases, reachable_compartments to app;
set local role owner;
revoke create on schema public from reach;
alter table extension enable row level security;
alter table extension force row level security;
create policy reached on extension for select to app using (case_id = any (array (select reachable_cases())));
create policy added on extension for insert to app with check (case_id = any (array (select reachable_cases())));
create policy changed on extension for update to app using (case_id = any (array (select reachable_cases())));
create policy removed on extension for delete to app using (case_id = any (array (select reachable_cases())));
create policy facts on extension for select to reach using (true);

alter table extension_consent enable row level security;
alter table extension_consent force row level security;
create policy reached on extension_consent for select to app using (case_id = any (array (select reachable_cases())));
create policy added on extension_consent for insert to app with check (case_id = any (array (select reachable_cases())));
create policy changed on extension_consent for update to app using (case_id = any (array (select reachable_cases())));
create policy removed on extension_consent for delete to app using (case_id = any (array (select reachable_cases())));
create policy facts on extension_consent for select to reach using (true);

alter table companion enable row level security;
alter table companion force row level security;
create policy reached on companion for select to app using (case_id = any (array (select reachable_cases())));
create policy added on companion for insert to app with check (case_id = any (array (select reachable_cases())));
create policy changed on companion for update to app using (case_id = any (array (select reachable_cases())));
create policy removed on companion for delete to app using (case_id = any (array (select reachable_cases())));
create policy facts on companion for select to reach using (true);

alter table meeting_companion enable row level security;
alter table meeting_companion force row level security;
create policy reached on meeting_companion for select to app using (case_id = any (array (select reachable_cases())));
create policy added on meeting_companion for insert to app with check (case_id = any (array (select reachable_cases())));
create policy changed on meeting_companion for update to app using (case_id = any (array (select reachable_cases())));
create policy removed on meeting_companion for delete to app using (case_id = any (array (select reachable_cases())));
create policy facts on meeting_companion for select to reach using (true);

alter table hand_over enable row level security;
alter table hand_over force row level security;
create policy reached on hand_over for select to app using (case_id = any (array (select reachable_cases())));
create policy added on hand_over for insert to app with check (case_id = any (array (select reachable_cases())));
create policy changed on hand_over for update to app using (case_id = any (array (select reachable_cases())));
create policy removed on hand_over for delete to app using (case_id = any (array (select reachable_cases())));
create policy facts on hand_over for select to reach using (true);

alter table sitting_case enable row level security;
alter table sitting_case force row level security;
create policy reached on sitting_case for select to app using (case_id = any (array (select reachable_cases())));
create policy added on sitting_case for insert to app with check (case_id = any (array (select reachable_cases())));
create policy changed on sitting_case for update to app using (case_id = any (array (select reachable_cases())));
create policy removed on sitting_case for delete to app using (case_id = any (array (select reachable_cases())));
create policy facts on sitting_case for select to reach using (true);

alter table paper_entry enable row level security;
alter table paper_entry force row level security;
create policy reached on paper_entry for select to app using (case_id = any (array (select reachable_cases())));
create policy added on paper_entry for insert to app with check (case_id = any (array (select reachable_cases())));
create policy changed on paper_entry for update to app using (case_id = any (array (select reachable_cases())));
create policy removed on paper_entry for delete to app using (case_id = any (array (select reachable_cases())));
create policy facts on paper_entry for select to reach using (true);

alter table co_signature enable row level security;
alter table co_signature force row level security;
create policy reached on co_signature for select to app using (case_id = any (array (select reachable_cases())));
create policy added on co_signature for insert to app with check (case_id = any (array (select reachable_cases())));
create policy changed on co_signature for update to app using (case_id = any (array (select reachable_cases())));
create policy removed on co_signature for delete to app using (case_id = any (array (select reachable_cases())));
create policy facts on co_signature for select to reach using (true);

alter table document enable row level security;
alter table document force row level security;
create policy reached on document for select to app using (epoch_id = any (array (select reachable_compartments())));
create policy added on document for insert to app with check (case_id = any (array (select reachable_cases())));
create policy changed on document for update to app using (epoch_id = any (array (select reachable_compartments())));
create policy removed on document for delete to app using (epoch_id = any (array (select reachable_compartments())));
create policy facts on document for select to reach using (true);

alter table document_chunk enable row level security;
alter table document_chunk force row level security;
create policy reached on document_chunk for select to app using (exists (select from document d where d.id = document_id));
create policy added on document_chunk for insert to app with check (is_own_upload(document_id));
create policy changed on document_chunk for update to app using (exists (select from document d where d.id = document_id));
create policy removed on document_chunk for delete to app using (exists (select from document d where d.id = document_id));
create policy facts on document_chunk for select to reach using (true);
