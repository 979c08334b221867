import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Account } from './account.ts';
import { embeddedClusterName } from '../walls.ts';
import { clusterIn } from './cluster.ts';
import { freeClusterOfItsPast, postmasterStatus } from './postmaster.ts';
import { choosePort } from './port.ts';

export type Server = { port: number; exited: Promise<unknown>; stop(): Promise<void> };

const attempts = 3;
const logIn = (folder: string): string => join(folder, 'postgres.log');

/**
 * Runs `postgres` on a cluster and returns when it accepts connections. A chosen port may be taken by someone else
 * between choice and use, hence the attempts.
 */
export async function startServer(
  folder: string,
  bin: string,
  account: Account,
  { port, durable = true }: { port?: number; durable?: boolean },
  signal: AbortSignal,
): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    await freeClusterOfItsPast(folder);
    const chosen = await choosePort(port);
    const child = run(folder, bin, account, [...settings(chosen), ...(durable ? [] : careless)]);
    const exited = once(child, 'exit').catch(() => {}); // one that never ran has ended too
    if (await isReady(folder, child, signal)) return { port: chosen, exited, stop: () => stop(child, exited) };

    await stop(child, exited);
    if (attempt === attempts || signal.aborted) throw new Error(`The embedded Postgres did not start. Its log ends with: ${lastLine(logIn(folder))}`);
  }
}

const settings = (port: number): string[] => [
  `port=${port}`,
  `cluster_name=${embeddedClusterName}`,
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=64MB',
  'min_wal_size=32MB',
  'idle_in_transaction_session_timeout=30s',
  'timezone=UTC',
  'log_timezone=UTC',
  ...silentOnContent,
];

/** The text of an error may quote a row or a parameter, so errors of statements are not logged at all. */
const silentOnContent = [
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
];

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

function run(folder: string, bin: string, account: Account, parameters: string[]): ChildProcess {
  const log = openSync(logIn(folder), 'a', 0o600);
  const child = spawn(join(bin, 'postgres'), ['-D', clusterIn(folder), ...parameters.flatMap((parameter) => ['-c', parameter])], {
    cwd: '/',
    env: { LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    ...account,
  });
  closeSync(log);

  return child;
}

async function isReady(folder: string, child: ChildProcess, signal: AbortSignal): Promise<boolean> {
  while (isRunning(child) && !signal.aborted) {
    if (postmasterStatus(folder, child.pid) === 'ready') return true;
    await setTimeout(10);
  }

  return false;
}

/** Fast shutdown, then immediate, then none. */
async function stop(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 10_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    if (!isRunning(child)) return;
    child.kill(signal);
    await Promise.race([exited, setTimeout(patience, undefined, { ref: false })]);
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
}
