import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { urlOf, usualNames } from '../db/bootstrap.ts';
import type { Stage } from './stage.ts';
import { StoryError } from './telling.ts';
import { planted } from './texts/planted.ts';

/** Looks for the planted phrases where whoever owns the machine would: every table, the cluster's files with their log, the service's log. */
export async function searchForPlanted(stage: Stage, print: (line: string) => void): Promise<void> {
  const main = urlOf(stage.superuserUrl, usualNames.database);
  const databases = [main, urlOf(stage.superuserUrl, usualNames.shredDatabase)];
  const columns = (await Promise.all(databases.map((url) => columnsHolding(url, planted)))).flat();
  const files = await clusterFiles(main);
  const inFiles = files.filter((file) => planted.some((phrase) => holds(readIfThere(file), phrase)));
  const log = Buffer.from(stage.log.join('\n'));
  const inLog = planted.filter((phrase) => holds(log, phrase));
  if (columns.length + inFiles.length + inLog.length > 0) throw new StoryError(`Planted phrases were found: ${[...columns, ...inFiles, inLog.length > 0 ? 'the log' : ''].join(', ')}`);

  print(`\n${planted.length} planted phrases were searched in every table of both databases, in ${files.length} files of the cluster with its write-ahead log, and in ${stage.log.length} lines of the service's log: none found.`);
}

/** As it is, as UTF-16, in hexadecimal, and in base64 however it is aligned. */
export function holds(bytes: Buffer, phrase: string): boolean {
  return needlesOf(phrase).some((needle) => bytes.includes(needle));
}

/** The columns of a database in which one of the phrases stands, as text or as bytes: `table.column`. */
export async function columnsHolding(url: string, phrases: readonly string[]): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  try {
    const columns = await sql<{ table: string; column: string }[]>`
      select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm') and a.attnum > 0 and not a.attisdropped order by 1, 2`;
    const found: string[] = [];
    for (const { table, column } of columns) {
      const [row] = await sql<{ words: string | null }[]>`select string_agg(${sql(column)}::text, ' ') as words from ${sql(table)}`;
      const words = Buffer.from(row?.words ?? '');
      if (phrases.some((phrase) => holds(words, phrase))) found.push(`${table}.${column}`);
    }

    return found;
  } finally {
    await sql.end();
  }
}

async function clusterFiles(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1 });
  await sql`checkpoint`;
  const [setting] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
  await sql.end();

  return readdirSync(setting?.folder ?? '', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

function needlesOf(phrase: string): Buffer[] {
  const hex = Buffer.from(phrase).toString('hex');
  const base64 = [0, 1, 2].map((shift) => Buffer.from(' '.repeat(shift) + phrase).toString('base64').slice(shift === 0 ? 0 : 4, -4));

  return [Buffer.from(phrase), Buffer.from(phrase, 'utf16le'), ...[hex, hex.toUpperCase(), ...base64].map((text) => Buffer.from(text))];
}

/** Empty when the server has removed the file meanwhile. */
export function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
