-- A joint referral may be withdrawn by its first hand until the second has signed; one that lapses is forgotten.
alter table referral_proposal
  drop constraint referral_proposal_state_check,
  add constraint referral_proposal_state_check check (state in ('open', 'cosigned', 'declined', 'withdrawn', 'expired')),
  add check (state = 'open' or sealed is null);
create index on referral_proposal (expires_at) where state = 'open';

create policy withdrawn on referral_proposal for update to app using (proposer_id = actor()) with check (proposer_id = actor() and state = 'withdrawn');
create policy withdrawn on referral_proposal_key for delete to app using (exists (select from referral_proposal p where p.id = proposal_id and p.proposer_id = actor()));

grant select, update (state, sealed, answered_at) on referral_proposal to reach;
grant select, delete on referral_proposal_key to reach;
create policy facts on referral_proposal for select to reach using (true);
create policy lapsed on referral_proposal for update to reach using (state = 'open' and expires_at <= entente_now()) with check (state = 'expired');
create policy facts on referral_proposal_key for select to reach using (true);
create policy lapsed on referral_proposal_key for delete to reach using (true);

-- What nobody signed in time: its text and its keys go, and the line that it was stays, as for one that was answered.
grant create on schema public to reach;
set local role reach;
create function forget_lapsed_proposals() returns bigint
  language plpgsql volatile security definer set search_path = public as $$
declare forgotten bigint;
begin
  if job() is distinct from 'outbox' then
    return 0;
  end if;
  with lapsed as (
    update referral_proposal p set state = 'expired', sealed = null, answered_at = p.expires_at
      where p.state = 'open' and p.expires_at <= entente_now() returning p.id),
    erased as (delete from referral_proposal_key k using lapsed where k.proposal_id = lapsed.id)
  select count(*) into forgotten from lapsed;

  return forgotten;
end $$;
revoke execute on function forget_lapsed_proposals from public;
grant execute on function forget_lapsed_proposals to app;
set local role owner;
revoke create on schema public from reach;
