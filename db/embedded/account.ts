import { spawnSync } from 'node:child_process';

/** The user Postgres runs as, in the form `spawn` takes; empty for the user we are. */
export type Account = { uid?: number; gid?: number };

const unprivileged = ['postgres', 'nobody'];

/** Postgres refuses to run as root: root lends it an unprivileged account of the machine. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};

  for (const name of unprivileged) {
    const uid = identity('-u', name);
    const gid = identity('-g', name);
    if (uid && gid) return { uid, gid };
  }

  throw new Error(
    'The embedded Postgres does not run as root, and this machine has no user "postgres" or "nobody": start as an ordinary user.',
  );
}

/** Whether the account may write to (`w`) or enter (`x`) a folder, through all the folders above it. */
export function may(account: Account, right: 'w' | 'x', folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', `test -${right} "$1"`, 'sh', folder], { cwd: '/', ...account }).status === 0;
}

function identity(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });

  return status === 0 ? Number(stdout) : undefined;
}
