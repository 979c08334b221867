import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import t from 'tap';
import { inClearSection, mainTables, shredTables, type Column } from '../db/in-clear.ts';
import { projectRoot } from '../db/project-root.ts';
import { testDatabase } from './database.ts';

const page = join(projectRoot, 'SECURITY.md');
const [begin, end] = ['<!-- columns in clear: generated, see test/security-page.test.ts -->\n', '\n<!-- end of columns in clear -->'];

t.test('SECURITY.md lists every column in clear of the live schema, and why', async (t) => {
  const given = await testDatabase(t, { shred: true });
  const [main, shred] = [await columnsOf(given.url('super')), await columnsOf(given.shredUrl('super'))];
  const text = readFileSync(page, 'utf8');
  const [before, rest = ''] = text.split(begin);
  const [listed, after] = rest.split(end);

  await t.test('every table is described in db/in-clear.ts, and no other', async (t) => {
    t.strictSame(Object.keys(mainTables).toSorted(), [...new Set(main.map(({ table }) => table))].toSorted());
    t.strictSame(Object.keys(shredTables).toSorted(), [...new Set(shred.map(({ table }) => table))].toSorted());
  });

  await t.test('what it calls ciphertext exists and is bytes', async (t) => {
    for (const [table, { sealed = [] }] of Object.entries(mainTables))
      for (const column of sealed) t.match(main.find((one) => one.table === table && one.column === column), { type: 'bytea' }, `${table}.${column}`);
  });

  const current = inClearSection(main, shred);
  if (process.env['UPDATE_SECURITY_PAGE']) writeFileSync(page, `${before}${begin}${current}${end}${after}`);
  else t.equal(listed, current, 'run the test with UPDATE_SECURITY_PAGE=1 after a change of the schema, and read what changed');
});

t.test('SECURITY.md promises nothing that cannot be held', async (t) => {
  const text = readFileSync(page, 'utf8');
  t.match(text, 'Nobody who holds the database, its backups, its administration rights or the server\'s secrets (any two of them included, given sound passphrases) can read a case file, or change its history unnoticed once a checkpoint is co-signed by a witness the operator does not run.');
  t.notMatch(text, /zero.knowledge|inviolab|impossible|unbreakable|military.grade/i);
});

async function columnsOf(url: string): Promise<(Column & { type: string })[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return [...(await sql<(Column & { type: string })[]>`
      select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
      join pg_class k on k.relname = c.table_name and k.relnamespace = 'public'::regnamespace and k.relkind in ('r', 'p', 'm', 'f')
      where c.table_schema = 'public' order by c.table_name, c.ordinal_position`)];
  } finally {
    await sql.end();
  }
}
