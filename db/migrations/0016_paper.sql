-- Requests, answers and signatures received on paper or by telephone; institutions that refer, and their second signature.

-- `author_id` is whoever wrote the rows: for a request on paper, the secretary who entered it.
alter table request
  add column channel text not null default 'online' check (channel in ('online', 'paper', 'telephone')),
  add column party_id uuid references party deferrable initially deferred, -- who asks, when somebody else entered it
  add column received_on date,
  add column override text, -- why the national mediator is asked before the regional examination has ended
  add column taken_at timestamptz, -- somebody has taken charge: an institution sees the case no more
  add check ((channel = 'online') = (party_id is null)),
  add check ((channel = 'online') = (received_on is null));
create index on request (party_id);

-- One line for each thing received on paper; its scan lies in `paper`, or with the account it came with.
create table paper_entry (
  id uuid primary key,
  case_id uuid not null references case_file deferrable initially deferred,
  party_id uuid not null references party deferrable initially deferred,
  kind text not null check (kind in ('request', 'consent', 'refusal', 'withdrawal', 'signature')),
  channel text not null check (channel in ('paper', 'telephone')),
  received_on date not null,
  item_id uuid, -- the scan; none of what was said by telephone
  act_id uuid not null,
  attested_by uuid not null references person,
  at timestamptz not null,
  contested_by uuid references person,
  contested_at timestamptz,
  check ((contested_by is null) = (contested_at is null))
);
create index on paper_entry (case_id);
create index on paper_entry (party_id);
create index on paper_entry (attested_by);
create index on paper_entry (contested_by);
grant select, insert, update on paper_entry to app;

-- Attested: nobody of that name acted here; the secretary says what a paper says.
alter table consent
  alter column person_id drop not null,
  add column attested_by uuid references person,
  add column received_on date,
  add check ((person_id is null) = (attested_by is not null)),
  add check ((attested_by is null) = (received_on is null));
create index on consent (attested_by);

alter table agreement_signature
  alter column person_id drop not null,
  alter column statement_digest drop not null,
  alter column signature drop not null,
  add column attested_by uuid references person,
  add column received_on date,
  add check ((person_id is null) = (attested_by is not null)),
  add check ((signature is null) = (attested_by is not null)),
  add check ((statement_digest is null) = (attested_by is not null)),
  add check ((attested_by is null) = (received_on is null));
create index on agreement_signature (attested_by);

alter table object_agreement
  alter column person_id drop not null,
  add column attested_by uuid references person,
  add check ((person_id is null) = (attested_by is not null));
create index on object_agreement (attested_by);

-- An institution that may refer: its office's id is a hash of what it is, so that a signed mandate names the capacity.
alter table office
  drop constraint office_tier_check,
  add constraint office_tier_check check (tier in ('local', 'regional', 'national', 'service', 'institution')),
  add column capacity text check (capacity in ('director', 'cme-president', 'dean', 'school-head', 'ars', 'cng', 'prefect', 'ministers')),
  add column region_code text references region,
  add column department_code text references department,
  add check ((tier = 'institution') = (capacity is not null));
create index on office (region_code);
create index on office (department_code);

alter table mandate
  drop constraint mandate_role_check,
  add constraint mandate_role_check check (role in ('mediator', 'deputy', 'secretary', 'member', 'conciliator', 'administrator', 'registrar', 'auditor', 'referrer'));

-- The first hand of a referral that needs two (D art. 6): its signature is kept until the second founds the case.
create table referral_proposal (
  id uuid primary key,
  case_id uuid not null, -- the name the case will have; no such case exists until then
  proposer_id uuid not null references person,
  proposer_capacity text not null,
  cosigner_id uuid not null references person,
  cosigner_capacity text not null,
  sealed bytea, -- what is proposed; forgotten once answered
  act_id uuid not null, -- names the digest of `sealed`
  act_subject bytea not null,
  act_at timestamptz not null,
  certificate_id uuid not null,
  signature bytea not null check (octet_length(signature) = 64),
  state text not null check (state in ('open', 'cosigned', 'declined')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  check (proposer_id <> cosigner_id)
);
create index on referral_proposal (proposer_id);
create index on referral_proposal (cosigner_id);

create table referral_proposal_key (
  proposal_id uuid not null references referral_proposal,
  person_id uuid not null references person,
  enc bytea not null,
  ciphertext bytea not null,
  primary key (proposal_id, person_id)
);
create index on referral_proposal_key (person_id);

alter table referral_proposal enable row level security;
alter table referral_proposal force row level security;
create policy reached on referral_proposal for select to app using (actor() in (proposer_id, cosigner_id));
create policy added on referral_proposal for insert to app with check (proposer_id = actor());
create policy changed on referral_proposal for update to app using (cosigner_id = actor());
grant select, insert, update on referral_proposal to app;

alter table referral_proposal_key enable row level security;
alter table referral_proposal_key force row level security;
create policy reached on referral_proposal_key for select to app using (exists (select from referral_proposal p where p.id = proposal_id));
create policy added on referral_proposal_key for insert to app with check (exists (select from referral_proposal p where p.id = proposal_id and p.proposer_id = actor()));
create policy removed on referral_proposal_key for delete to app using (exists (select from referral_proposal p where p.id = proposal_id and p.cosigner_id = actor()));
grant select, insert, delete on referral_proposal_key to app;

-- Who signed first, beside the author who signed second and founded the case.
create table co_signature (
  case_id uuid primary key references case_file deferrable initially deferred,
  person_id uuid not null references person,
  capacity text not null,
  act_id uuid not null,
  at timestamptz not null
);
create index on co_signature (person_id);
grant select, insert on co_signature to app;

-- The second hand carries the first's signed act into the case.
create policy carried on act for insert to app with check (exists (
  select from referral_proposal p
  where p.act_id = act.id and p.case_id = act.case_id and p.proposer_id = act.author_id and p.signature = act.signature and p.cosigner_id = actor()));

-- What an institution knows of what it sent, and all it knows: three dates.
grant create on schema public to reach;
set local role reach;
create function sent_referrals()
  returns table (case_id uuid, reference text, tier text, capacity text, received_at timestamptz, acknowledged_at timestamptz, ended_at timestamptz)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
    select c.id, c.reference, c.tier, s.capacity, c.received_at, c.acknowledged_at, c.closed_at
    from (select q.case_id, q.capacity from request q where q.author_id = actor() and q.capacity not in ('party', 'regional-mediator')
          union all select o.case_id, o.capacity from co_signature o where o.person_id = actor()) s
    join case_file c on c.id = s.case_id
    order by c.received_at desc limit 500;
end $$;
revoke execute on function sent_referrals from public;
grant execute on function sent_referrals to app;
set local role owner;
revoke create on schema public from reach;
