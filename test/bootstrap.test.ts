import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import t from 'tap';
import { bootstrap, logins, urlOf, type DatabaseNames, type Login, type Passwords } from '../db/bootstrap.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrations-runner.ts';
import { projectRoot } from '../db/project-root.ts';

const server = await startEmbedded({ memory: true, durable: false });
t.teardown(() => server.stop());

const passwords: Passwords = { app: `it's "quoted" \\ $1`, sequencer: 'in order', auditor: 'at the door', retention: 'ten years' };
const names: DatabaseNames = { database: 'entente', shredDatabase: 'entente_shred' };
const registrar = urlFor('registrar', 'lent by the hospital', 'postgres');

await onServer((sql) => sql`create role registrar login createrole createdb password 'lent by the hospital'`);
await bootstrap(registrar, passwords, names);

t.test('bootstrap', async (t) => {
  await t.test('makes logins without any power over the others or over the walls', async (t) => {
    const roles = await onServer(
      (sql) => sql`
        select rolname, rolcanlogin as login, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as powers
        from pg_roles where rolname in ${sql(['owner', 'reach', ...logins])} order by rolname`,
    );
    const expected = ['app', 'auditor', 'owner', 'reach', 'retention', 'sequencer'].map((rolname) => ({
      rolname,
      login: rolname !== 'owner' && rolname !== 'reach',
      powers: false,
    }));
    t.same([...roles], expected);

    const members = await onServer(
      (sql) => sql`select roleid from pg_auth_members where member::regrole::text in ${sql(['reach', ...logins])}`,
    );
    t.same([...members], []);
  });

  await t.test('gives each login its password, whatever signs it holds, and its databases', async (t) => {
    for (const login of logins) t.same(await whoAmI(login, names.database), login);
    t.same(await whoAmI('app', names.shredDatabase), 'app');
    t.same(await whoAmI('retention', names.shredDatabase), 'retention');
    await t.rejects(whoAmI('sequencer', names.shredDatabase), { code: '42501' });
    await t.rejects(whoAmI('auditor', names.shredDatabase), { code: '42501' });
  });

  await t.test('keeps a stranger with a login of the same server out', async (t) => {
    await onServer((sql) => sql`create role neighbour login password 'next door'`);
    for (const database of [names.database, names.shredDatabase])
      await t.rejects(connectAndAsk(urlFor('neighbour', 'next door', database)), { code: '42501' });
  });

  await t.test('lets the owner hand functions over to reach without seeing what reach sees', async (t) => {
    const [role] = await onServer((sql) => sql`select pg_has_role('owner', 'reach', 'member') as member, pg_has_role('owner', 'reach', 'usage') as usage`);
    t.same(role, { member: true, usage: false });
  });

  await t.test('may be repeated, three at a time, and changes passwords', async (t) => {
    const changed = { ...passwords, app: 'new in march' };
    await Promise.all([1, 2, 3].map(() => bootstrap(server.superuserUrl, changed, names)));
    t.equal(await connectAndAsk(urlFor('app', 'new in march', names.database)), 'app');
    await t.rejects(whoAmI('app', names.database), { code: '28P01' });

    await bootstrap(registrar, passwords, names);
  });

  await t.test('refuses a role that was given more since', async (t) => {
    const refusal = /retention existed with more rights/;
    await onServer((sql) => sql`alter role retention bypassrls`);
    await t.rejects(bootstrap(server.superuserUrl, passwords, names), refusal);
    await onServer((sql) => sql`alter role retention nobypassrls`);

    await onServer((sql) => sql`grant owner to retention`);
    await t.rejects(bootstrap(server.superuserUrl, passwords, names), refusal);
    await onServer((sql) => sql`revoke owner from retention`);
  });
});

t.test('migrations', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-migrations-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const url = urlOf(registrar, names.database);
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

  const reached = `
    grant create on schema public to reach;
    set local role reach;
    create function reached() returns int language sql as $$ select 1 $$;`;
  write('0001_case.sql', 'create table case_file (id uuid primary key); create table party (id uuid);');
  write('0005_reach.sql', reached);

  await t.test('three starts at once all succeed, and one of them does the work', async (t) => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(url, folder)));
    t.same(applied.flat(), ['0001_case.sql', '0005_reach.sql']);

    const owners = await onServer((sql) => sql`select tableowner from pg_tables where schemaname = 'public'`, names.database);
    t.same(new Set(owners.map(({ tableowner }) => tableowner as string)), new Set(['owner']));
  });

  await t.test('a file that fails leaves nothing of itself', async (t) => {
    write('0006_broken.sql', 'create table half (id int); select nonsense;');
    await t.rejects(migrate(url, folder), /^Migration 0006_broken\.sql failed: column "nonsense"/);
    const half = await onServer((sql) => sql`select to_regclass('half') as found`, names.database);
    t.same(half[0], { found: null });
    rmSync(join(folder, '0006_broken.sql'));
  });

  await t.test('an edited file is refused by name', async (t) => {
    write('0005_reach.sql', '-- changed afterwards');
    await t.rejects(migrate(url, folder), /0005_reach\.sql was edited/);
    write('0005_reach.sql', reached);
    t.same(await migrate(url, folder), []);
  });

  await t.test('a new file among the applied ones is refused by name', async (t) => {
    write('0003_late.sql', 'create table late (id int)');
    await t.rejects(migrate(url, folder), /0003_late\.sql sorts before 0005_reach\.sql/);
    rmSync(join(folder, '0003_late.sql'));
  });

  await t.test('a missing file is refused by name', async (t) => {
    renameSync(join(folder, '0001_case.sql'), join(folder, '0001_case.sql.away'));
    await t.rejects(migrate(url, folder), /0001_case\.sql was applied to this database but its file is missing/);
  });
});

t.test('shred keys', async (t) => {
  await migrate(urlOf(registrar, names.shredDatabase), join(projectRoot, 'db/shred'));
  const app = postgres(urlFor('app', passwords.app, names.shredDatabase), { max: 1 });
  const retention = postgres(urlFor('retention', passwords.retention, names.shredDatabase), { max: 1 });
  t.teardown(() => Promise.all([app.end(), retention.end()]));
  const caseId = '5f0c6a4e-0d6c-4a38-9a0c-6b5a3c1e7d10';
  const insert = (purpose: string, bytes: number) =>
    app`insert into shred_key (case_id, purpose, key, created_at) values (${caseId}, ${purpose}, ${Buffer.alloc(bytes, 7)}, '2026-01-05T08:00Z')`;

  await t.test('the service adds keys of 32 bytes for known purposes, and takes none away', async (t) => {
    await insert('notes', 32);
    await t.rejects(insert('workspace', 31), { code: '23514' });
    await t.rejects(insert('gossip', 32), { code: '23514' });
    await t.rejects(async () => app`update shred_key set key = null`, { code: '42501' });
    await t.rejects(async () => app`delete from shred_key`, { code: '42501' });
  });

  await t.test('retention destroys a key for good: a destroyed row holds no byte of it', async (t) => {
    await t.rejects(async () => retention`update shred_key set destroyed_at = '2036-01-05T08:00Z'`, { code: '23514' });
    await t.rejects(async () => retention`update shred_key set key = null`, { code: '23514' });
    await t.rejects(async () => retention`delete from shred_key`, { code: '42501' });
    const destroyed = await retention`update shred_key set destroyed_at = '2036-01-05T08:00Z', key = null`;
    t.equal(destroyed.count, 1);
  });
});

function urlFor(login: string, password: string, database: string): string {
  return Object.assign(new URL(urlOf(server.superuserUrl, database)), { username: login, password: encodeURIComponent(password) }).href;
}

function whoAmI(login: Login, database: string): Promise<string> {
  return connectAndAsk(urlFor(login, passwords[login], database));
}

async function connectAndAsk(url: string): Promise<string> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql<{ current_user: string }[]>`select current_user`;

    return row?.current_user ?? '';
  } finally {
    await sql.end();
  }
}

async function onServer(work: (sql: postgres.Sql) => PromiseLike<postgres.Row[]>, database = 'postgres'): Promise<postgres.Row[]> {
  const sql = postgres(urlOf(server.superuserUrl, database), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
