import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, linkSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';

export const clusterIn = (folder: string): string => join(folder, 'cluster');
export const passwordFile = (folder: string): string => join(folder, 'superuser');

/**
 * Makes the cluster of a new folder; an existing one is left alone. The cluster appears under its name only when it is
 * whole, so neither a crash nor a second start beside this one leaves half a cluster.
 * Returns the superuser's password, kept in the folder (mode 600) for later starts.
 */
export async function initialise(
  folder: string,
  bin: string,
  account: Account,
  { durable = true }: { durable?: boolean },
): Promise<{ password: string }> {
  const password = keptPassword(folder, account);
  if (existsSync(clusterIn(folder))) {
    refuseAnotherUsers(folder, account);

    return { password };
  }

  const draft = mkdtempSync(join(folder, 'cluster-'));
  try {
    give(draft, account);
    await initdb(join(bin, 'initdb'), account, [
      `--pgdata=${draft}`,
      `--pwfile=${passwordFile(folder)}`,
      ...(durable ? [] : ['--no-sync']),
    ]);
    renameSync(draft, clusterIn(folder));
  } catch (error) {
    if (!existsSync(clusterIn(folder))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }

  return { password };
}

function keptPassword(folder: string, account: Account): string {
  const file = passwordFile(folder);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(clusterIn(folder))) throw new Error(`${folder} holds a cluster but not the password of its superuser (file ${file}).`);

  const draft = `${file}-${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  give(draft, account); // initdb reads it
  try {
    linkSync(draft, file);
  } catch {
    if (!existsSync(file)) throw new Error(`The password of the superuser cannot be kept in ${folder}.`);
  } finally {
    rmSync(draft);
  }

  return readFileSync(file, 'utf8').trim();
}

function refuseAnotherUsers(folder: string, account: Account): void {
  const owner = statSync(clusterIn(folder)).uid;
  const runner = account.uid ?? process.getuid?.();
  if (runner === undefined || owner === runner) return;

  throw new Error(`The cluster in ${folder} belongs to user ${owner}, and Postgres would run as user ${runner}: start as its owner or choose another folder.`);
}

function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

async function initdb(command: string, account: Account, parameters: string[]): Promise<void> {
  const settings = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'];
  await promisify(execFile)(command, [...settings, ...parameters], { cwd: '/', env: { LC_ALL: 'C' }, ...account });
}
