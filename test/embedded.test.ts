import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import t from 'tap';
import { startEmbedded } from '../db/embedded.ts';

const isRoot = process.getuid?.() === 0;
const reachable = mkdtempSync(join(isRoot ? '/var/tmp' : tmpdir(), 'entente-test-'));
if (isRoot) chmodSync(reachable, 0o711);
t.teardown(() => rmSync(reachable, { recursive: true, force: true }));

t.test('a kept folder', async (t) => {
  const folder = join(reachable, 'kept');
  let server = await startEmbedded({ folder });
  t.teardown(() => server.stop());

  await t.test('gives a new cluster that listens on 127.0.0.1 alone and asks for a password', async (t) => {
    const [setting] = await query(
      server,
      `select current_setting('listen_addresses') as host, current_setting('unix_socket_directories') as sockets,
              current_setting('fsync') as fsync, current_setting('server_encoding') as encoding`,
    );
    t.same(setting, { host: '127.0.0.1', sockets: '', fsync: 'on', encoding: 'UTF8' });

    const wrong = server.superuserUrl.replace(/:[0-9a-f]{64}@/, ':guess@');
    await t.rejects(query({ superuserUrl: wrong }, 'select 1'), { code: '28P01' });
  });

  await t.test('keeps the superuser password readable by its owner alone', async (t) => {
    const { mode } = statSync(join(folder, 'superuser'));
    t.equal(mode & 0o777, 0o600);
  });

  await t.test('runs the server as an unprivileged user, never as root', async (t) => {
    const { uid } = statSync(join(folder, 'cluster/PG_VERSION'));
    if (isRoot) t.not(uid, 0);
    else t.equal(uid, process.getuid?.());
  });

  await t.test('has a log without the words of a failed statement', async (t) => {
    await t.rejects(query(server, `select 'Amina was alone that night'::uuid`), { code: '22P02' });
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8');
    t.match(log, 'ready to accept connections');
    t.notMatch(log, 'Amina');
  });

  await t.test('is refused to a second server, and the first goes on', async (t) => {
    await t.rejects(startEmbedded({ folder }), /in use by another Postgres/);
    t.equal((await query(server, 'select 1 as one')).length, 1);
  });

  await t.test('holds its data and its password after a stop', async (t) => {
    await query(server, 'create table roster (night text)');
    const pid = serverPid(folder);
    await server.stop();
    t.notOk(exists(pid));

    const before = server.superuserUrl;
    server = await startEmbedded({ folder, port: server.port });
    t.equal(server.superuserUrl, before);
    t.same(await query(server, 'select * from roster'), []);
  });

  await t.test('starts again after its server was killed', async (t) => {
    process.kill(serverPid(folder), 'SIGKILL');
    await server.stop();

    server = await startEmbedded({ folder });
    t.same(await query(server, 'select * from roster'), []);
  });

  await t.test('starts again when the process id a crash left behind went to another program', async (t) => {
    await server.stop();
    writeFileSync(join(folder, 'cluster/postmaster.pid'), `${process.pid}\n${join(folder, 'cluster')}\n1\n1\n\n127.0.0.1\n\nready\n`);

    server = await startEmbedded({ folder });
    t.same(await query(server, 'select * from roster'), []);
  });
});

t.test('a start that cannot succeed says why', async (t) => {
  await t.test('the port is taken', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    t.teardown(() => other.close());
    const { port } = other.address() as AddressInfo;

    await t.rejects(startEmbedded({ port }), new RegExp(`Port ${port} .* choose another`));
  });

  await t.test('the folder is private: root, who runs the server as someone else, is told; its owner is welcome', async (t) => {
    const home = mkdtempSync(join(reachable, 'home-'));
    const folder = join(home, 'entente');
    if (isRoot) {
      await t.rejects(startEmbedded({ folder }), /cannot reach .*\/entente: choose a folder under \/var\/tmp/);
      t.notOk(existsSync(folder), 'nothing is left there');
    } else {
      const server = await startEmbedded({ folder, durable: false });
      await server.stop();
      t.ok(existsSync(folder));
    }
  });

  await t.test('the password of a kept cluster is lost', async (t) => {
    rmSync(join(reachable, 'kept/superuser'));
    await t.rejects(startEmbedded({ folder: join(reachable, 'kept') }), /not the password of its superuser/);
  });
});

t.test('the end of the parent ends the server and its temporary folder', async (t) => {
  const ends = {
    'SIGKILL': (pid: number) => process.kill(pid, 'SIGKILL'),
    'SIGTERM': (pid: number) => process.kill(pid, 'SIGTERM'),
    'Ctrl-C, which reaches the whole process group': (pid: number) => process.kill(-pid, 'SIGINT'),
  };

  for (const [name, end] of Object.entries(ends)) {
    await t.test(name, async (t) => {
      const parent = await startParent();
      t.ok(parent.serverIsAlive());

      end(parent.pid);
      await until(() => !parent.serverIsAlive() && !existsSync(parent.folder));
      t.notOk(parent.serverIsAlive(), 'no process of the server is left');
      t.notOk(existsSync(parent.folder), 'no file is left');
    });
  }
});

/** A process of its own that starts a server and then waits to be ended. */
async function startParent() {
  const embedded = new URL('../db/embedded.js', import.meta.url).href;
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(embedded)});
    const { folder, port } = await startEmbedded({ memory: true, durable: false });
    console.log(JSON.stringify({ folder, port }));
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  const { folder } = JSON.parse(line) as { folder: string };
  const server = serverPid(folder);

  return { pid: parent.pid ?? 0, folder, serverIsAlive: () => exists(server) };
}

function serverPid(folder: string): number {
  return Number(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !condition(); tries++) await setTimeout(10);
}

async function query({ superuserUrl }: { superuserUrl: string }, text: string): Promise<postgres.Row[]> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}
