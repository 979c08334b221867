import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';

/** The database would not hold someone back: one sentence per hole. */
export class WallsError extends Error {
  override name = 'WallsError';
}

/**
 * Refuses a database whose row-level security would not bind this login.
 * @param tables names of the protected tables, in the schema `public`.
 * @throws WallsError when the login is, or may become, a superuser, a BYPASSRLS role or an owner, or when a table lacks FORCE.
 */
export async function checkWalls(tx: Tx, tables: readonly string[]): Promise<void> {
  const sentences = [
    ...(await excessivePowers(tx)).map(({ role, power }) => `The login of DATABASE_URL is or may become ${role}, ${power}: use the login "app" that init made.`),
    ...(await unforcedTables(tx, tables)).map((name) => `Table ${name} is missing or not under forced row-level security: run migrate.`),
  ];
  if (sentences.length > 0) throw new WallsError(sentences.join('\n'));
}

/** What the server of `embedded.ts` calls itself, and no other. */
export const embeddedClusterName = 'entente-embedded';

/**
 * Refuses the embedded server, which is for evaluation: it holds both databases, and its superuser is on the machine.
 * @throws WallsError
 */
export async function refuseEmbedded(tx: Tx): Promise<void> {
  const [row] = await tx.execute<{ name: string }>(sql`select current_setting('cluster_name') as name`);
  if (row?.name === embeddedClusterName) throw new WallsError('DATABASE_URL names the embedded Postgres, which is for evaluation: production refuses the embedded one. Give the URL of a server of your own.');
}

/** The roles that this login is or may become, and that no wall would stop. */
export async function excessivePowers(tx: Tx): Promise<{ role: string; power: string }[]> {
  const rows = await tx.execute<{ role: string; power: string }>(sql`
    select rolname as role, case when rolsuper then 'a superuser' when rolbypassrls then 'exempt from row-level security' else 'the owner of tables' end as power
    from pg_roles role
    where pg_has_role(session_user, role.oid, 'member')
      and (rolsuper or rolbypassrls or exists (select from pg_class where relowner = role.oid and relkind in ('r', 'p') and relnamespace = 'public'::regnamespace))`);

  return [...rows];
}

/** Those of these tables that are missing, or not under forced row-level security. */
export async function unforcedTables(tx: Tx, tables: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ name: string }>(sql`
    select name from unnest(array[${sql.join([...tables.map((table) => sql`${table}`), sql`null::text`], sql`, `)}]) as name
    where name is not null and not exists (
      select from pg_class where relnamespace = 'public'::regnamespace and relname = name and relrowsecurity and relforcerowsecurity)`);

  return rows.map(({ name }) => name);
}
