import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import t from 'tap';
import { createSecrets } from '../server/secrets.ts';
import { testDatabase } from './database.ts';

const isRoot = process.getuid?.() === 0;
const place = mkdtempSync(join(isRoot ? '/var/tmp' : tmpdir(), 'entente-start-'));
if (isRoot) chmodSync(place, 0o711);
t.teardown(() => rmSync(place, { recursive: true, force: true }));

t.test('npm start -- --embedded on a data folder', async (t) => {
  const folder = join(place, 'anew', 'evaluation');
  const first = await started(t, ['--embedded', folder]);

  await t.test('makes an installation in an empty one, says once what must be kept, and serves', async (t) => {
    t.match(first.stdout(), /Première administration[\s\S]+phrase de passe[\s\S]+code de secours/);
    t.match(first.stdout(), join(folder, 'root.key'));
    t.equal((await fetch(`${first.origin}/health/live`)).status, 200);
    for (const file of ['urls.json', 'root.key', 'secrets/pepper.json']) t.equal(statSync(join(folder, file)).mode & 0o777, 0o600, `${file} is its owner's alone`);
    t.equal(statSync(join(folder, 'secrets')).mode & 0o777, 0o700);
  });

  await t.test('keeps URLs that reach the server that runs', async (t) => {
    for (const [name, url] of Object.entries(urlsOf(folder))) t.ok(await reaches(url), name);
  });

  await t.test('drains at SIGTERM and leaves no process behind', async (t) => {
    const server = postmasterOf(folder);
    t.ok(exists(server));
    first.process.kill('SIGTERM');
    t.strictSame(await first.ended, [0, null]);
    t.notOk(exists(server), 'Postgres has stopped');
    t.equal(first.stderr(), '');
    t.match(first.stdout(), /^Entente écoute sur http:\/\/localhost:\d+$/m);
  });

  await t.test('serves the same installation again, with the same passwords and without saying secrets', async (t) => {
    const passwords = () => Object.values(urlsOf(folder)).map((url) => new URL(url).password);
    const before = passwords();
    const again = await started(t, ['--embedded', folder]);
    t.strictSame(passwords(), before);
    t.notMatch(again.stdout(), /phrase de passe/);
    again.process.kill('SIGTERM');
    t.strictSame(await again.ended, [0, null]);
  });

  await t.test('is never cleared by a demonstration', async (t) => {
    for (const reset of [[], ['--reset']]) {
      const demo = spawn(process.execPath, [fileURLToPath(new URL('../story/demo.js', import.meta.url)), ...reset, folder], { env: { PATH: process.env['PATH'], PORT: String(await freePort()) } });
      let said = '';
      demo.stderr.on('data', (part: Buffer) => void (said += String(part)));
      t.strictSame(await once(demo, 'close'), [1, null]);
      t.match(said, /holds an installation that is no finished demonstration/);
      t.ok(existsSync(join(folder, 'root.key')));
    }
  });

  await t.test('refuses when its secrets are gone, and stops the Postgres it had started', async (t) => {
    renameSync(join(folder, 'secrets'), join(folder, 'elsewhere'));
    t.match(await refusal(['--embedded', folder]), /^Entente does not start\.\n.+secrets is missing: run init .+\n$/);
    t.notOk(existsSync(join(folder, 'data/cluster/postmaster.pid')));
  });
});

t.test('the command line', async (t) => {
  t.match(await refusal(['--embedded', join(place, 'never')], { NODE_ENV: 'production' }), /production refuses the embedded one/);
  t.notOk(existsSync(join(place, 'never')), 'nothing was made');
  t.match(await refusal(['--embeded', place]), /The command is not understood/);
  if (isRoot) t.match(await refusal(['--embedded', join(mkdtempSync(join(place, 'home-')), 'entente')]), /cannot reach .+: choose a folder under \/var\/tmp/);
});

t.test('a database whose walls would not hold is refused in sentences', async (t) => {
  const given = await testDatabase(t, { shred: true });
  const superuser = postgres(given.url('super'), { max: 1 });
  t.teardown(() => superuser.end());
  const secrets = join(place, 'walls');
  createSecrets(secrets, {
    deployment: { id: randomUUID(), root: { ed25519: new Uint8Array(32), xwing: new Uint8Array(1216) }, enrolmentDelegation: new Uint8Array(64) },
    enrolmentSeed: new Uint8Array(randomBytes(32)), random: (bytes) => new Uint8Array(randomBytes(bytes)),
  });
  const env = { DATABASE_URL: given.url('app'), SHRED_DATABASE_URL: given.shredUrl('app'), SEQUENCER_DATABASE_URL: given.url('sequencer'), SECRETS_FOLDER: secrets };

  t.match(await refusal([], { ...env, DATABASE_URL: given.url('super') }), /may become postgres, a superuser: use the login "app"/);
  t.match(await refusal([], { ...env, NODE_ENV: 'production' }), /production refuses the embedded one/);
  t.match(await refusal([], { ...env, SECRETS_FOLDER: join(place, 'nowhere') }), /nowhere is missing: run init/);
  await superuser`alter table item no force row level security`;
  t.match(await refusal([], env), /Table item is missing or not under forced row-level security: run migrate\./);
});

type Owner = { teardown(work: () => unknown): unknown };

/** The compiled service as a process of its own, with a cheap passphrase cost and nothing of our environment but PATH. */
function run(words: string[], env: Record<string, string>) {
  const main = fileURLToPath(new URL('../server/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, ...words], { cwd: place, env: { PATH: process.env['PATH'], ENTENTE_COST: 'test', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)];

  return { process: child as ChildProcess, stdout, stderr, ended: once(child, 'close') };
}

async function started(t: Owner, words: string[]) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const service = run(words, { PORT: String(port) });
  t.teardown(() => service.process.kill('SIGKILL'));
  for (let tries = 0; tries < 1_200 && service.process.exitCode === null && !(await isReady(origin)); tries++) await pause(50);

  return { ...service, origin };
}

/** What a start that must fail says, once it has ended with 1. */
async function refusal(words: string[], env: Record<string, string> = {}): Promise<string> {
  const given = env['NODE_ENV'] === 'production' ? { ...env, ENTENTE_COST: '' } : env;
  const service = run(words, { PORT: String(await freePort()), ...given });
  const [code] = (await service.ended) as [number | null];

  return code === 1 && service.stdout() === '' ? service.stderr() : `ended with ${code}: ${service.stdout()}${service.stderr()}`;
}

function collected(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.on('data', (chunk: Buffer) => void (text += chunk.toString()));

  return () => text;
}

async function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/health/ready`).then(({ ok }) => ok, () => false);
}

async function reaches(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1 });
  try {
    return (await sql`select 1`).length === 1;
  } catch {
    return false;
  } finally {
    await sql.end();
  }
}

function urlsOf(folder: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, 'urls.json'), 'utf8')) as Record<string, string>;
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'data/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();

  return port;
}
