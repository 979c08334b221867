-- A new random version at every change of the directory, so that what was read of it may be kept as long as it holds.
create table directory_version (is_current boolean primary key default true check (is_current), version uuid not null);
insert into directory_version (version) values (gen_random_uuid());

create function directory_changed() returns trigger language plpgsql as $$
begin
  update directory_version set version = gen_random_uuid();
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['region', 'department', 'territory', 'territory_region', 'establishment', 'function_holder', 'setting'] loop
    execute format('create trigger directory_changed after insert or update or delete or truncate on %I for each statement execute function directory_changed()', t);
  end loop;
end $$;
grant select on directory_version to app;
