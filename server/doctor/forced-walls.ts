import { unforcedTables } from '../../db/walls.ts';
import { protectedTables } from '../../policies/rows.ts';
import { blocking, good, type Finding } from './finding.ts';
import type { Site } from './site.ts';

/** Without FORCE, the owner of a table reads it whole. */
export async function forcedWalls({ database }: Pick<Site, 'database'>): Promise<Finding[]> {
  const tables = await database.withActor({ kind: 'visitor' }, (tx) => unforcedTables(tx, protectedTables.map(({ table }) => table)));
  if (tables.length > 0) return tables.map((table) => blocking(`La table ${table} manque, ou n’est pas sous FORCE ROW LEVEL SECURITY.`, 'Lancez migrate ; si elle y est déjà, rétablissez FORCE et cherchez qui l’a ôté.'));

  return [good(`${protectedTables.length} tables sont sous FORCE ROW LEVEL SECURITY.`)];
}
