import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { clusterIn } from './cluster.ts';

const pidFile = (folder: string): string => join(clusterIn(folder), 'postmaster.pid');
const patience = 500;

/** What `postmaster.pid` says of the server with this process id: `starting`, `ready`, `stopping`, or nothing. */
export function postmasterStatus(folder: string, pid?: number): string | undefined {
  const lines = readLines(pidFile(folder));

  return pid === undefined || Number(lines[0]) === pid ? lines[7]?.trim() : undefined;
}

/**
 * Waits for a server that is stopping, refuses a folder whose server runs, and removes what a crash left behind when its
 * process id has meanwhile gone to another program (Postgres itself would take that program for a server).
 */
export async function freeClusterOfItsPast(folder: string): Promise<void> {
  for (let wait = 0; wait < patience; wait++) {
    const pid = Number(readLines(pidFile(folder))[0]);
    if (!pid || !isAlive(pid)) return;
    if (!isServerOf(folder, pid)) return rmSync(pidFile(folder), { force: true });
    if (postmasterStatus(folder) === 'ready') break;
    await setTimeout(10);
  }

  throw new Error(`The folder ${folder} is in use by another Postgres: stop it first, or choose another folder.`);
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A server works in the folder of its cluster; where `/proc` does not tell, its name has to do. */
function isServerOf(folder: string, pid: number): boolean {
  if (!existsSync('/proc/self')) return spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('postgres');

  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterIn(folder));
  } catch {
    return false; // gone, or another user's, whom the server of our own folder is not
  }
}
