import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { may, type Account } from './account.ts';
import { passwordFile } from './cluster.ts';

export type Folder = { path: string; temporary: boolean };

const memoryFileSystem = '/dev/shm';
const memoryNeeded = 2 ** 30;

/**
 * The folder that holds the cluster, its log and the superuser's password. Root keeps the folder and lets the
 * server's account pass through it. Throws a sentence when that account cannot reach a folder we were given.
 */
export function prepareFolder(wanted: { folder?: string; memory?: boolean }, account: Account): Folder {
  if (wanted.folder === undefined) return { path: temporaryFolder(wanted.memory ?? false, account), temporary: true };

  const path = resolve(wanted.folder);
  const created = mkdirSync(path, { recursive: true });
  if (isOurs(path)) letPass(path, account);
  if (may(account, 'x', path)) return { path, temporary: false };

  if (created !== undefined) rmSync(created, { recursive: true });
  throw new Error(
    `The embedded Postgres does not run as root but as user ${account.uid ?? process.getuid?.()}, who cannot reach ${path}: ` +
      'choose a folder under /var/tmp, for instance /var/tmp/entente.',
  );
}

function temporaryFolder(memory: boolean, account: Account): string {
  const onDisk = account.uid === undefined ? tmpdir() : '/var/tmp';
  const path = mkdtempSync(join(memory && hasRoom(account) ? memoryFileSystem : onDisk, 'entente-'));
  letPass(path, account);

  return path;
}

function hasRoom(account: Account): boolean {
  if (!existsSync(memoryFileSystem) || !may(account, 'w', memoryFileSystem)) return false;
  const { bavail, bsize } = statfsSync(memoryFileSystem);

  return bavail * bsize >= memoryNeeded;
}

/** New, or prepared by an earlier start; we do not open the permissions of anything else. */
function isOurs(path: string): boolean {
  return existsSync(passwordFile(path)) || (may({}, 'w', path) && readdirSync(path).length === 0);
}

function letPass(path: string, account: Account): void {
  if (account.uid !== undefined) chmodSync(path, 0o711);
}
