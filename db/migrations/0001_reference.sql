-- Reference data: dated, in clear, changed by `owner` only. Names of function-holders are envelopes under the directory key.

create function actor() returns uuid language sql stable as $$ select nullif(current_setting('entente.actor', true), '')::uuid $$;
create function job() returns text language sql stable as $$ select nullif(current_setting('entente.job', true), '') $$;
create function link() returns bytea language sql stable as $$ select decode(nullif(current_setting('entente.link', true), ''), 'hex') $$;
create function narrowed_case() returns uuid language sql stable as $$ select nullif(current_setting('entente.case', true), '')::uuid $$;
-- The deed's time. There is no other clock in SQL.
create function entente_now() returns timestamptz language sql stable as $$ select nullif(current_setting('entente.now', true), '')::timestamptz $$;

create table region (code text primary key, name text not null);

create table department (
  code text primary key,
  region_code text not null references region,
  name text not null,
  zone text not null -- IANA time zone
);
create index on department (region_code);

create table territory (
  id uuid primary key,
  code text not null unique,
  name text not null,
  opens_on date not null,
  valid_from date not null,
  valid_to date
);

create table territory_region (
  territory_id uuid not null references territory,
  region_code text not null references region,
  valid_from date not null,
  valid_to date,
  primary key (territory_id, region_code, valid_from)
);
create index on territory_region (region_code);

create table establishment (
  id uuid primary key,
  identifier text not null unique,
  name text not null,
  type text not null,
  department_code text not null references department,
  ght_id uuid,
  joint_management_id uuid,
  local_scheme text not null check (local_scheme in ('own', 'shared', 'none')),
  valid_from date not null,
  valid_to date
);
create index on establishment (department_code);

create table function_holder (
  id uuid primary key,
  person_key uuid not null, -- the same for one person holding two functions
  establishment_id uuid not null references establishment,
  function text not null check (function in ('director', 'cme-president', 'dean', 'school-head')),
  profile bytea not null, -- name, e-mail, postal address: an envelope
  valid_from date not null,
  valid_to date
);
create index on function_holder (establishment_id);

create table setting (
  key text not null,
  valid_from date not null,
  value jsonb not null,
  mark text not null check (mark in ('L', 'C', 'O', 'P', 'I', 'U')),
  source text not null,
  primary key (key, valid_from)
);

grant select on region, department, territory, territory_region, establishment, function_holder, setting to app;
