import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import t from 'tap';
import { connect } from '../db/client.ts';
import { checkWalls, WallsError } from '../db/walls.ts';
import { protectedTables } from '../policies/rows.ts';
import { closed, text } from '../server/api/shapes.ts';
import { build } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { sweepIdempotency } from '../server/plugins/idempotency-store.ts';
import { attemptKey, reserve, sweepAttempts } from '../server/plugins/limits.ts';
import { Problem } from '../server/problems.ts';
import { createSecrets } from '../server/secrets.ts';
import { rootKeys } from '../server/vault/root.ts';
import { secretsOf } from './core.ts';
import { testDatabase } from './database.ts';

const key = () => new Uint8Array(randomBytes(32));
const secrets = secretsOf(await rootKeys(key()));
const visitor = { kind: 'visitor' } as const;
const canary = 'la phrase de passe d’Amina';

const given = await testDatabase(t, { shred: true });
const urls = { DATABASE_URL: given.url('app'), SHRED_DATABASE_URL: given.url('app'), SEQUENCER_DATABASE_URL: given.url('sequencer') };
const superuser = postgres(given.url('super'), { max: 2, onnotice: () => {} });
t.teardown(() => superuser.end());

let now = new Date('2026-03-02T03:10:00Z');
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
const database = connect(given.url('app'), () => now, { max: 12 });
t.teardown(() => database.close());

t.test('attempts', async (t) => {
  const amina = attemptKey(secrets.directoryKey, 'sign-in', 'amina@exemple.fr');
  const attempt = (who = amina, kind = 'sign-in') => database.withActor(visitor, (tx) => reserve(tx, kind, who, 5, 600));

  t.test('are counted exactly when they come all at once', async (t) => {
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => attempt()));
    const taken = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    t.strictSame(taken.sort(), [1, 2, 3, 4, 5]);
    const refusals = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as Problem] : []));
    t.equal(refusals.length, 7);
    t.ok(refusals.every((problem) => problem.code === 'too-many' && problem.facts.retryAfter === 600), 'the window starts at 03:10 and lasts ten minutes');
  });

  t.test('of another person or another kind are counted apart', async (t) => {
    t.equal(await attempt(attemptKey(secrets.directoryKey, 'sign-in', 'claire@exemple.fr')), 1);
    t.equal(await attempt(amina, 'code'), 1);
  });

  t.test('may be made again when the window ends, and are then swept', async (t) => {
    later(599);
    await t.rejects(attempt(), { code: 'too-many', facts: { retryAfter: 1 } });
    later(1);
    t.equal(await attempt(), 1);
    later(1);
    await database.withActor(visitor, (tx) => sweepAttempts(tx));
    t.match(await superuser`select count(*)::int as left from attempt_window`, [{ left: 1 }]);
  });
});

t.test('a request sent twice', async (t) => {
  let done = 0;
  let large = '';
  let who: string | null = null;
  let hold: Promise<void> = Promise.resolve();
  let fail: Error | undefined;
  const app = await build({ config: readConfig({ ...urls, LOG_LEVEL: 'silent' }), clock: () => now, secrets, database, probes: {}, who: () => who });
  t.teardown(() => app.close());
  const config = { policy: { act: 'file', who: 'anyone' } } as const;
  app.post('/api/requests', { config, schema: { body: closed({ account: text(200) }) } }, async (_request, reply) => {
    await hold;
    if (fail) throw fail;

    return reply.code(201).header('location', '/api/requests/7').send({ number: ++done, code: canary, ...(large && { large }) });
  });
  app.post('/api/other', { config, schema: { body: closed({ account: text(200) }) } }, async () => ({ number: ++done }));

  const send = (idempotencyKey: string, { account = 'Les plannings', url = '/api/requests' } = {}) =>
    app.inject({ method: 'POST', url, body: { account }, headers: { 'idempotency-key': idempotencyKey } });

  t.test('with one key is done once and answered twice alike', async (t) => {
    const first = await send('amina-0001-0310-abcd');
    const second = await send('amina-0001-0310-abcd');
    t.equal(first.statusCode, 201);
    t.equal(second.statusCode, 201);
    t.equal(second.body, first.body);
    t.match(second.headers, { 'idempotency-replayed': 'true', location: '/api/requests/7', 'content-type': first.headers['content-type'] });
    t.equal(done, 1);
  });

  t.test('leaves nothing readable in the table, not even to someone who guesses the text', async (t) => {
    const rows = await superuser`select * from idempotency`;
    const whole = Buffer.concat(rows.flatMap((row) => Object.values(row).map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(String(cell))))));
    for (const secret of [canary, 'Les plannings', 'amina-0001']) t.equal(whole.indexOf(secret), -1);
    const digest = createHash('sha256').update(JSON.stringify({ account: 'Les plannings' })).digest();
    t.equal(whole.indexOf(digest), -1, 'the digest of the body is keyed');
  });

  t.test('is a conflict when anything differs', async (t) => {
    t.match((await send('amina-0001-0310-abcd', { account: 'Autre chose' })).json(), { status: 422, code: 'idempotency-conflict' });
    t.match((await send('amina-0001-0310-abcd', { url: '/api/other' })).json(), { status: 422, code: 'idempotency-conflict' });
    t.equal(done, 1);
  });

  t.test('by another person is another request', async (t) => {
    who = randomUUID();
    t.equal((await send('amina-0001-0310-abcd')).json().number, 2);
    who = null;
  });

  t.test('at the same time runs once: the second is told to wait', async (t) => {
    let open = () => {};
    hold = new Promise((resolve) => (open = resolve));
    const before = done;
    const racing = Array.from({ length: 5 }, () => send('amina-0002-0310-abcd'));
    let answered = 0;
    await new Promise<void>((resolve) => racing.forEach((one) => one.then(() => ++answered === 4 && resolve())));
    const early = await Promise.race(racing);
    t.match(early.json(), { status: 409, code: 'still-running' });
    t.equal(early.headers['retry-after'], '1');
    open();
    const statuses = (await Promise.all(racing)).map(({ statusCode }) => statusCode).sort();
    t.strictSame(statuses, [201, 409, 409, 409, 409]);
    t.equal(done, before + 1);
    hold = Promise.resolve();
  });

  t.test('after a refusal may be tried again with the same key', async (t) => {
    fail = new Problem('two-holders');
    t.equal((await send('amina-0003-0310-abcd')).statusCode, 422);
    fail = undefined;
    t.equal((await send('amina-0003-0310-abcd')).statusCode, 201);
  });

  t.test('after a fault of ours is never done again blindly', async (t) => {
    fail = new Error('a fault');
    const before = done;
    t.equal((await send('amina-0004-0310-abcd')).statusCode, 500);
    fail = undefined;
    t.match((await send('amina-0004-0310-abcd')).json(), { code: 'still-running' });
    later(120);
    t.match((await send('amina-0004-0310-abcd')).json(), { status: 409, code: 'outcome-unknown' });
    t.equal(done, before);
  });

  t.test('by nobody known: an answer too large is not kept, and after so many keys an address has no more', async (t) => {
    const kept = async () => Number((await superuser`select count(*) as kept from idempotency`)[0]?.['kept']);
    large = 'x'.repeat(4_096);
    const before = await kept();
    t.equal((await send('amina-0010-0310-abcd')).statusCode, 201);
    t.equal(await kept(), before, 'whoever fills the table does it with small answers');
    who = randomUUID();
    t.equal((await send('amina-0010-0310-abcd')).statusCode, 201);
    t.equal(await kept(), before + 1, 'somebody signed in is answered again whatever the size');
    who = null;
    large = '';

    later(900);
    t.equal((await send('personne-0001-abcd')).statusCode, 201);
    await superuser`update attempt_window set count = 999 where kind = 'idempotency' and window_start = (select max(window_start) from attempt_window where kind = 'idempotency')`;
    t.equal((await send('personne-0002-abcd')).statusCode, 201);
    t.match((await send('personne-0003-abcd')).json(), { status: 429, code: 'too-many' });
    who = randomUUID();
    t.equal((await send('amina-0011-0310-abcd')).statusCode, 201);
    who = null;
    later(900);
  });

  t.test('is refused when the key is too short, and done again when a day has passed', async (t) => {
    t.equal((await send('short')).statusCode, 400);
    const before = done;
    later(24 * 3600 + 1);
    t.equal((await send('amina-0001-0310-abcd')).statusCode, 201);
    t.equal(done, before + 1);
    later(1);
    await database.withActor(visitor, (tx) => sweepIdempotency(tx, now));
    t.match(await superuser`select count(*)::int as left from idempotency`, [{ left: 1 }]);
  });

  t.test('while the database is away is answered 503', async (t) => {
    const away = connect('postgres://app@127.0.0.1:1/entente', () => now);
    const alone = await build({ config: readConfig({ ...urls, LOG_LEVEL: 'silent' }), clock: () => now, secrets, database: away, probes: {} });
    t.teardown(async () => {
      await alone.close();
      await away.close();
    });
    alone.post('/api/requests', { config, schema: { body: closed({ account: text(200) }) } }, async () => ({ number: ++done }));
    const answer = await alone.inject({ method: 'POST', url: '/api/requests', body: { account: 'a' }, headers: { 'idempotency-key': 'amina-0005-0310-abcd' } });
    t.match(answer.json(), { status: 503, code: 'database-away' });
  });
});

t.test('the walls', async (t) => {
  const tables = protectedTables.map(({ table }) => table);
  const check = (url: string, names = tables) => {
    const someone = connect(url, () => now, { max: 1 });

    return someone.withActor(visitor, (tx) => checkWalls(tx, names)).finally(() => someone.close());
  };

  t.test('stand for the login app', async (t) => {
    await t.resolves(check(given.url('app')));
  });

  t.test('do not stand for a superuser', async (t) => {
    await t.rejects(check(given.url('super')), { message: /superuser/ });
  });

  t.test('do not stand for a member of the owner', async (t) => {
    const name = `cousin_${randomBytes(4).toString('hex')}`;
    await superuser.unsafe(`create role ${name} login noinherit password 'x' in role owner; grant connect on database ${new URL(given.url('app')).pathname.slice(1)} to ${name}`);
    t.teardown(() => superuser.unsafe(`drop owned by ${name}; drop role ${name}`));
    const url = Object.assign(new URL(given.url('app')), { username: name, password: 'x' }).href;
    await t.rejects(check(url), { message: /owner, the owner of tables/ });
  });

  t.test('have no gate: a table without FORCE, or missing, is named', async (t) => {
    const [table = ''] = tables;
    await superuser.unsafe(`alter table ${table} no force row level security`);
    await t.rejects(check(given.url('app')), new WallsError(`Table ${table} is missing or not under forced row-level security: run migrate.`));
    await superuser.unsafe(`alter table ${table} force row level security`);
    await t.rejects(check(given.url('app'), ['attic']), { message: /Table attic is missing/ });
  });
});

t.test('a connection lost in the middle leaves nothing half-written', async (t) => {
  const app = await build({ config: readConfig({ ...urls, LOG_LEVEL: 'silent' }), clock: () => now, secrets, database, probes: {} });
  t.teardown(() => app.close());
  app.post('/api/cut', { config: { policy: { act: 'file', who: 'anyone' } } }, async () =>
    database.withActor(visitor, async (tx) => {
      await tx.execute(sql`insert into attempt_window values ('cut', ${key()}, now(), now(), 1)`);
      const [me] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await superuser`select pg_terminate_backend(${me?.pid ?? 0})`;
      await tx.execute(sql`select 1`);

      return {};
    }),
  );
  const answer = await app.inject({ method: 'POST', url: '/api/cut', headers: { 'content-type': 'application/json' }, body: '{}' });
  t.match(answer.json(), { status: 503, code: 'database-away' });
  t.match(await superuser`select count(*)::int as left from attempt_window where kind = 'cut'`, [{ left: 0 }]);
});

t.test('the process starts on the real databases, says it is ready, and leaves at SIGTERM', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-start-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  createSecrets(join(folder, 'secrets'), { ...secrets, random: key });
  const port = await freePort();
  const env = { ...urls, SHRED_DATABASE_URL: given.shredUrl('app'), PATH: process.env['PATH'], SECRETS_FOLDER: join(folder, 'secrets'), PORT: String(port) };
  const service = spawn(process.execPath, [fileURLToPath(new URL('../server/main.js', import.meta.url))], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  t.teardown(() => service.kill('SIGKILL'));
  const ended = once(service, 'exit');

  for await (const line of createInterface(service.stdout)) if (line.includes('listening')) break;
  const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
  t.strictSame([ready.status, await ready.json()], [200, { status: 'ok', checks: { database: 'ok', shred: 'ok', sequencer: 'ok' } }]);

  service.kill('SIGTERM');
  t.strictSame(await ended, [0, null]);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();

  return port;
}
