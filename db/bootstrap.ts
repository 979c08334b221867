import postgres from 'postgres';
import { scramVerifier } from './scram.ts';

export const logins = ['app', 'sequencer', 'auditor', 'retention'] as const;
export type Login = (typeof logins)[number];

/** One password per login, in printable ASCII. */
export type Passwords = Record<Login, string>;

export type DatabaseNames = { database: string; shredDatabase: string };

export const usualNames: DatabaseNames = { database: 'entente', shredDatabase: 'entente_shred' };

/** Who may connect to what; the shred keys lie apart from what they destroy. */
export const mainLogins: readonly Login[] = logins;
export const shredLogins: readonly Login[] = ['app', 'retention'];

const bootstrapLock = 'entente-bootstrap';

/**
 * Makes, or completes, the roles and both databases. `owner` and `reach` cannot log in; no login is a member of
 * another role, superuser, or above row-level security. Safe to repeat and to run several times at once.
 * @param bootstrapUrl a login that may create roles and databases, connected to any database but those two
 * @throws when an existing role holds a power it must not have and the bootstrap login cannot take away
 */
export async function bootstrap(bootstrapUrl: string, passwords: Passwords, names: DatabaseNames = usualNames): Promise<void> {
  const sql = postgres(bootstrapUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext(${bootstrapLock}))`;
    await makeRoles(sql, passwords);
    await makeDatabase(sql, names.database);
    await makeDatabase(sql, names.shredDatabase);
    await admit(sql, names.database, mainLogins);
    await admit(sql, names.shredDatabase, shredLogins);
    await openSchema(urlOf(bootstrapUrl, names.database), [...mainLogins, 'reach']);
    await openSchema(urlOf(bootstrapUrl, names.shredDatabase), shredLogins);
  } finally {
    await sql.end();
  }
}

/** Lets only these logins connect: a database made from a template does not inherit this from it. */
export async function admit(sql: postgres.Sql, database: string, who: readonly Login[]): Promise<void> {
  await sql`revoke all on database ${sql(database)} from public`;
  for (const login of logins) {
    if (who.includes(login)) await sql`grant connect on database ${sql(database)} to ${sql(login)}`;
    else await sql`revoke all on database ${sql(database)} from ${sql(login)}`;
  }
}

/** The same server and login, another database. */
export function urlOf(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${encodeURIComponent(database)}` }).href;
}

async function makeRoles(sql: postgres.Sql, passwords: Passwords): Promise<void> {
  // NOINHERIT: the owner may hand functions over to `reach` but does not see what `reach` sees.
  await makeRole(sql, 'owner', 'nologin noinherit');
  await makeRole(sql, 'reach', 'nologin noinherit');
  await sql`grant reach to owner`;
  const [me] = await sql<{ rolsuper: boolean }[]>`select rolsuper from pg_roles where rolname = current_user`;
  if (me?.rolsuper === false) await sql`grant owner to current_user`;

  for (const login of logins) {
    await makeRole(sql, login, 'login noinherit');
    await sql.unsafe(`alter role ${login} password '${scramVerifier(passwords[login])}'`);
  }
  await refuseExcessivePowers(sql);
}

async function makeRole(sql: postgres.Sql, role: Login | 'owner' | 'reach', attributes: string): Promise<void> {
  const existing = await sql`select from pg_roles where rolname = ${role}`;
  if (existing.length > 0) return;

  await sql.unsafe(`create role ${role} nosuperuser nobypassrls nocreatedb nocreaterole noreplication ${attributes}`);
}

async function refuseExcessivePowers(sql: postgres.Sql): Promise<void> {
  const excessive = await sql<{ rolname: string }[]>`
    select rolname from pg_roles
    where rolname in ${sql(['owner', 'reach', ...logins])}
      and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication
        or rolcanlogin <> (rolname in ${sql(logins)}))
    union
    select member.rolname from pg_auth_members
    join pg_roles member on member.oid = pg_auth_members.member
    where member.rolname in ${sql(['reach', ...logins])}`;
  if (excessive.length === 0) return;

  const names = excessive.map(({ rolname }) => rolname).join(', ');
  throw new Error(`The database roles ${names} existed with more rights than they may have: remove those rights, then start again.`);
}

async function makeDatabase(sql: postgres.Sql, database: string): Promise<void> {
  const existing = await sql`select from pg_database where datname = ${database}`;
  if (existing.length > 0) return;

  await sql`create database ${sql(database)} owner owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`;
}

async function openSchema(databaseUrl: string, who: readonly (Login | 'reach')[]): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await giveSchemaToOwner(tx);
      await tx`set local role owner`;
      await tx`revoke all on schema public from public`;
      await tx`grant usage on schema public to ${tx(who)}`;
    });
  } finally {
    await sql.end();
  }
}

/** The schema belongs to whoever owns the database, but only through an inheritance that `owner` goes without. */
async function giveSchemaToOwner(tx: postgres.TransactionSql): Promise<void> {
  const owned = await tx`select from pg_namespace where nspname = 'public' and nspowner = 'owner'::regrole`;
  if (owned.length > 0) return;

  await tx`alter role owner inherit`;
  await tx`set local role owner`;
  await tx`alter schema public owner to owner`;
  await tx`reset role`;
  await tx`alter role owner noinherit`;
}
