-- When a mandate ended by a deed: an auditor needs it to judge which registrar could still sign. Nothing else of mandates.
create policy audited on mandate for select to auditor using (true);
grant select (person_id, statement_digest, ended_at) on mandate to auditor;
-- And what a signed relieving says of it, whatever the row says.
create policy audited on act for select to auditor using (case_id is null);
grant select on act to auditor;
