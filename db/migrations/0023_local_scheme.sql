-- The register of local schemes: what holds for an establishment from a day on. Nothing is rewritten; before the first row
-- stands what the directory was filled with. The contact is a function's, public, and never a person's.
create table local_scheme (
  establishment_id uuid not null references establishment,
  valid_from date not null,
  form text not null check (form in ('own', 'shared', 'none')),
  shared_with uuid references establishment check (shared_with <> establishment_id),
  contact_function text check (length(contact_function) between 1 and 200),
  telephone text check (telephone ~ '^[+0-9][0-9 .()-]{2,29}$'),
  email text check (email ~ '^[^@[:space:]]{1,64}@[^@[:space:]]{1,189}$'),
  set_by uuid not null references person,
  set_at timestamptz not null,
  primary key (establishment_id, valid_from),
  check ((form = 'shared') = (shared_with is not null)),
  check ((form = 'none') = (contact_function is null)),
  check (form <> 'none' or (telephone is null and email is null))
);
create index on local_scheme (shared_with);
create index on local_scheme (set_by);

create trigger directory_changed after insert or update or delete or truncate on local_scheme for each statement execute function directory_changed();

grant select, insert on local_scheme to app;
alter table local_scheme enable row level security;
create policy read on local_scheme for select using (true);
create policy added on local_scheme for insert to app
  with check (set_by = actor() and exists (select from live_mandate m where m.person_id = actor() and m.role in ('administrator', 'secretary')));
