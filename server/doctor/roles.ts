import { sql } from 'drizzle-orm';
import { excessivePowers } from '../../db/walls.ts';
import { blocking, good, type Finding } from './finding.ts';
import type { Site } from './site.ts';

/** No role of the service may pass over the walls: neither the login it uses, nor the one its functions belong to. */
export async function roles({ database }: Pick<Site, 'database'>): Promise<Finding[]> {
  const { powers, strong } = await database.withActor({ kind: 'visitor' }, async (tx) => ({
    powers: await excessivePowers(tx),
    strong: await tx.execute<{ role: string }>(sql`
      select rolname as role from pg_roles where rolname in ('owner', 'reach', 'app', 'sequencer', 'auditor', 'retention')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) order by rolname`),
  }));
  const found = [...new Set([...powers, ...strong].map(({ role }) => role))];
  if (found.length > 0) return found.map((role) => blocking(`Le rôle ${role} peut passer outre les murs de la base.`, 'Retirez-lui SUPERUSER, BYPASSRLS, CREATEROLE, et la propriété des tables ; DATABASE_URL nomme « app ».'));

  return [good('Les rôles de la base n’ont que leurs droits.')];
}
