import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { protectedTables, reachFunctions, wallOf } from '../policies/rows.ts';
import { projectRoot } from './project-root.ts';

const folder = join(projectRoot, 'db/migrations');

/** The migrations that `policies/rows.ts` has written, in their order. */
export function reachMigrations(): { name: string; text: string }[] {
  return readdirSync(folder).filter((name) => /^\d{4}_reach\.sql$/.test(name)).sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** The text of a migration: the functions as they are now, and the wall of each table that no other migration has. */
function migrationText(name: string): string {
  const earlier = reachMigrations().filter((one) => one.name !== name);
  const walls = protectedTables.map(wallOf).filter((wall) => !earlier.some(({ text }) => text.includes(wall)));

  return ['-- Written by policies/rows.ts, reviewed by hand; test/walls holds the two equal.', reachFunctions(), ...walls].join('\n');
}

/** The command `node dist/db/write-reach.js NAME_reach.sql`: writes a migration that no database has seen yet. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const name = process.argv[2];
  if (!name?.endsWith('_reach.sql')) throw new Error('Give the name of the migration, for instance 0022_reach.sql.');
  console.log(`${existsSync(join(folder, name)) ? 'Rewrites' : 'Writes'} ${name}`);
  writeFileSync(join(folder, name), migrationText(name));
}
