import postgres from 'postgres';
import { urlOf, usualNames } from '../db/bootstrap.ts';
import { audit } from '../server/audit.ts';
import type { Stage } from './stage.ts';
import { StoryError } from './telling.ts';

type Row = { id: string };

/**
 * Whoever owns the database deletes a row of the journal, edits another, and exchanges two ciphertexts, past every
 * trigger: `verify` must name each. Everything is then put back as it was.
 */
export async function tamper({ superuserUrl, auditorUrl, secretsFolder }: Stage, print: (line: string) => void): Promise<void> {
  const sql = postgres(urlOf(superuserUrl, usualNames.database), { max: 1, onnotice: () => {} });
  const [deleted, edited] = await sql<Row[]>`select id from journal_entry where class = 48 order by ms limit 2`;
  const [one, other] = await sql<Row[]>`select id from item order by created_at limit 2`;
  if (!deleted || !edited || !one || !other) throw new StoryError('There should be entries and items to tamper with.');
  const exchange = () => sql`update item i set sealed = o.sealed from item o where (i.id, o.id) in ((${one.id}::uuid, ${other.id}::uuid), (${other.id}::uuid, ${one.id}::uuid))`;

  await sql`set session_replication_role = replica`;
  await sql.unsafe('create temp table aside as select * from journal_entry limit 0');
  await sql`with gone as (delete from journal_entry where id = ${deleted.id} returning *) insert into aside select * from gone`;
  await sql`update journal_entry set ms = ms + 1 where id = ${edited.id}`;
  await exchange();
  const said: string[] = [];
  const code = await audit(['verify'], { AUDITOR_DATABASE_URL: auditorUrl, SECRETS_FOLDER: secretsFolder }, (line) => said.push(line));

  await exchange();
  await sql`update journal_entry set ms = ms - 1 where id = ${edited.id}`;
  await sql`insert into journal_entry select * from aside`;
  await sql.end();

  print('\nA superuser deletes one row of the journal, edits another and exchanges two ciphertexts; verify says:');
  for (const line of said) print(`  ${line}`);
  const named = [deleted.id, edited.id].every((id) => said.some((line) => line.includes(id))) && said.filter((line) => line.includes('ciphertext')).length >= 2;
  if (code !== 1 || !named) throw new StoryError('Each of the four should be named.');
}
