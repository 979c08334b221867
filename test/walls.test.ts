import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import postgres from 'postgres';
import t from 'tap';
import { projectRoot } from '../db/project-root.ts';
import { matrix } from '../policies/matrix.ts';
import { reachMigrations } from '../db/write-reach.ts';
import { protectedTables, reachFunctions, wallOf } from '../policies/rows.ts';
import { testDatabase } from './database.ts';

/** Tables that hold no row of a case, with the reason each may be read without row-level security. */
const open: Record<string, string> = {
  region: 'reference', department: 'reference', territory: 'reference', territory_region: 'reference', establishment: 'reference', local_scheme: 'reference', setting: 'reference', directory_version: 'reference',
  function_holder: 'reference; names are envelopes', statement: 'public keys', statement_signature: 'public keys', office: 'public by order', office_key: 'public keys',
  migration: 'names of migrations', secret_mark: 'keyed hashes', attempt_window: 'counters under HMAC', idempotency: 'answers sealed under the key of the client', draft: 'sealed under the code of its author, found by a hash of it',
  journal_entry: 'append-only', journal_section: 'append-only, sealed', journal_key: 'append-only, sealed', journal_leaf: 'append-only', journal_node: 'append-only', tree_head: 'append-only',
};

t.test('The migrations hold exactly the reach that policies/rows writes', async (t) => {
  const texts = reachMigrations().map(({ text }) => text);
  t.ok(texts.at(-1)?.includes(reachFunctions()), 'the last one has the functions as they are: `node dist/db/write-reach.js NAME` writes it');
  for (const protection of protectedTables) t.equal(texts.filter((text) => text.includes(wallOf(protection))).length, 1, `${protection.table} has its wall`);
});

t.test('MATRIX.md is what the policies say', async (t) => {
  t.equal(readFileSync(join(projectRoot, 'policies/MATRIX.md'), 'utf8'), matrix());
});

t.test('Every table is under FORCE ROW LEVEL SECURITY, or is listed with a reason', async (t) => {
  const sql = postgres((await testDatabase(t)).url('super'), { max: 1 });
  t.teardown(() => sql.end());
  const tables = await sql<{ name: string; forced: boolean; policies: number }[]>`
    select c.relname as name, c.relforcerowsecurity and c.relrowsecurity as forced, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
  for (const { name, forced, policies } of tables) {
    if (name in open && !forced) continue;
    t.ok(forced && policies > 0, `${name} has walls`);
  }
  for (const { table } of protectedTables) t.ok(tables.some(({ name, forced }) => name === table && forced), `${table} is forced`);

  const loose = await sql`select relname from pg_class where relkind = 'm' and relnamespace = 'public'::regnamespace`;
  t.equal(loose.length, 0, 'no materialised view keeps a copy of protected rows');
  const views = await sql`select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace and not coalesce(reloptions @> '{security_invoker=true}', false)`;
  t.equal(views.length, 0, 'every view runs with the rights of its reader');
  const owners = await sql<{ name: string }[]>`select p.proname as name from pg_proc p join pg_roles r on r.oid = p.proowner where p.prosecdef and p.pronamespace = 'public'::regnamespace and r.rolname <> 'reach'`;
  t.strictSame(owners.map(({ name }) => name), [], 'SECURITY DEFINER functions belong to reach');
});

t.test('Without an actor, and with a stranger, no protected row exists', async (t) => {
  const sql = postgres((await testDatabase(t)).url('app'), { max: 1 });
  t.teardown(() => sql.end());
  for (const { table } of protectedTables) {
    t.equal((await sql.unsafe(`select 1 from ${table}`)).length, 0, `${table} without actor`);
  }
  const leftOver = await sql.begin(async (tx) => {
    await tx`select set_config('entente.actor', '3e0c7d0a-5a4e-4f6a-9d5e-1f0e6f0c1a2b', true)`;

    return tx`select current_setting('entente.actor') as actor`;
  });
  t.equal(leftOver[0]?.actor, '3e0c7d0a-5a4e-4f6a-9d5e-1f0e6f0c1a2b');
  const [after] = await sql`select actor() as actor`;
  t.equal(after?.actor, null, 'an actor does not outlive its transaction');
});

const arrows: { from: RegExp; never: RegExp; because: string }[] = [
  { from: /^policies\//, never: /^(?!policies\/)/, because: 'policies import nothing but themselves' },
  { from: /^server\/(web|api)\//, never: /^db\/(?!project-root)/, because: 'pages and API never import the database' },
  { from: /^server\/(vault|journal)\//, never: /^server\/(mediation|people|api|web)\//, because: 'vault and journal stand below the deeds' },
  { from: /^server\/(mediation|people)\//, never: /^server\/(api|web)\//, because: 'deeds do not know their skins' },
  { from: /^(server|policies|db)\//, never: /^(test|story|bench)\//, because: 'the service does not import its tests' },
];

t.test('Imports follow the arrows of the house', async (t) => {
  const against = [...imports()].flatMap(({ file, target }) => arrows.filter(({ from, never }) => from.test(file) && never.test(target)).map(({ because }) => `${file} -> ${target}: ${because}`));
  t.strictSame(against, []);
  t.ok([...imports()].length > 100, 'imports were found');
});

t.test('No key pair comes from Node’s generator, which can stop its thread (decision 0017)', async (t) => {
  t.strictSame([...sources()].filter((path) => /generateKeyPair/.test(readFileSync(path, 'utf8'))), []);
});

function* imports(): Generator<{ file: string; target: string }> {
  for (const path of sources()) {
    for (const [, target] of readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/g)) yield { file: relative(projectRoot, path), target: relative(projectRoot, join(dirname(path), target as string)) };
  }
}

function* sources(): Generator<string> {
  for (const folder of ['policies', 'db', 'server']) {
    for (const entry of readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })) if (entry.isFile() && /\.tsx?$/.test(entry.name)) yield join(entry.parentPath, entry.name);
  }
}
