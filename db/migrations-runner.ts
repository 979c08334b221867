import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { urlOf, usualNames, type DatabaseNames } from './bootstrap.ts';
import type { Clock } from './client.ts';
import { projectRoot } from './project-root.ts';

export type Migration = { name: string; sha256: string; text: string };
export type Applied = { name: string; sha256: string };

/** Brings the main and the shred database to the state of this version. Returns the names of the files applied now. */
export async function migrateBoth(bootstrapUrl: string, { database, shredDatabase }: DatabaseNames = usualNames): Promise<string[]> {
  const main = await migrate(urlOf(bootstrapUrl, database), join(projectRoot, 'db/migrations'));
  const shred = await migrate(urlOf(bootstrapUrl, shredDatabase), join(projectRoot, 'db/shred'));

  return [...main, ...shred];
}

/**
 * Applies the SQL files of a folder that the database has not seen, as role `owner`, in the order of their names, each in
 * a transaction. Several starts at once wait for each other.
 * @param databaseUrl a login that may act as `owner`, connected to the database to change
 * @param folder absolute path
 * @returns the names of the files applied now
 * @throws when an applied file was edited or removed, or a new one sorts before an applied one; nothing is applied then
 */
export async function migrate(databaseUrl: string, folder: string, clock: Clock = () => new Date()): Promise<string[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('entente-migrations'))`;
    await sql`set role owner`;
    await sql`create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null)`;
    const applied = await sql<Applied[]>`select name, sha256 from migration order by name collate "C"`;
    const pending = pendingOf(await readMigrations(folder), applied);
    for (const migration of pending) await apply(sql, migration, clock());

    return pending.map(({ name }) => name);
  } finally {
    await sql.end();
  }
}

/** The SQL files of a folder, in the order of their names. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();

  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');

      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

function pendingOf(files: Migration[], applied: readonly Applied[]): Migration[] {
  for (const [position, { name, sha256 }] of applied.entries()) {
    const file = files[position];
    if (!files.some((candidate) => candidate.name === name)) throw new Error(`Migration ${name} was applied to this database but its file is missing.`);
    if (file?.name !== name) throw new Error(`Migration ${file?.name} sorts before ${name}, which is already applied: give it a later name.`);
    if (file.sha256 !== sha256) throw new Error(`Migration ${name} was edited after it had been applied: restore it and write a new one.`);
  }

  return files.slice(applied.length);
}

async function apply(sql: postgres.Sql, { name, sha256, text }: Migration, now: Date): Promise<void> {
  await sql.begin(async (tx) => {
    try {
      await tx.unsafe(text);
    } catch (error) {
      throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : 'unknown error'}`, { cause: error });
    }
    await tx`set local role owner`;
    await tx`insert into migration (name, sha256, applied_at) values (${name}, ${sha256}, ${now})`;
  });
}
