import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import postgres from 'postgres';
import type { Argon2Cost } from '../server/vault/passphrase.ts';
import { logins, urlOf, usualNames, type Login, type Passwords } from './bootstrap.ts';
import type { Clock } from './client.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { countStatements } from './init/found.ts';
import { randomPassword } from './init/random-words.ts';
import { init, type InitOptions, type InitResult } from './init.ts';
import { migrateBoth } from './migrations-runner.ts';

/** Under the names by which the service reads them from its environment. */
export type KeptUrls = Record<(typeof variables)[number]['name'], string>;

export type Kept = {
  embedded: Embedded;
  urls: KeptUrls;
  secretsFolder: string;
  /** The installation was made now. */
  isNew: boolean;
  /** What init shows once, when it is new. */
  made: InitResult | null;
};

export type KeptOptions = {
  /** `DIR/secrets` by default. */
  secretsFolder?: string | undefined;
  clock?: Clock;
  cost?: Argon2Cost;
} & Partial<Pick<InitOptions, 'administrator' | 'registrar'>>;

/** Why a data folder cannot be opened: a sentence. */
export class KeptError extends Error {
  override name = 'KeptError';
}

const variables = [
  { name: 'DATABASE_URL', login: 'app', database: usualNames.database },
  { name: 'SHRED_DATABASE_URL', login: 'app', database: usualNames.shredDatabase },
  { name: 'SEQUENCER_DATABASE_URL', login: 'sequencer', database: usualNames.database },
  { name: 'AUDITOR_DATABASE_URL', login: 'auditor', database: usualNames.database },
  { name: 'RETENTION_DATABASE_URL', login: 'retention', database: usualNames.database },
] as const;

const firstPeople = {
  administrator: { name: 'Administration du service', address: 'administration@entente.example' },
  registrar: { name: 'Greffe du service', address: 'greffe@entente.example' },
};

/**
 * Starts an embedded Postgres on a data folder, and makes an installation there when there is none; an older one is
 * migrated. The folder holds `data` (the cluster), `secrets`, `root.key`, and `urls.json` (0600), whose URLs are those of
 * the server that runs now.
 * @throws KeptError, InitError, SecretsError: sentences for the terminal
 */
export async function openKept(dir: string, { secretsFolder = join(dir, 'secrets'), ...options }: KeptOptions = {}): Promise<Kept> {
  const folder = prepare(dir);
  const embedded = await startEmbedded({ folder: join(folder, 'data') }).catch((error: Error) => {
    throw new KeptError(error.message);
  });

  try {
    const passwords = readPasswords(folder);
    const urls = writeUrls(folder, embedded, passwords);
    const made = await installIn(folder, embedded, { ...options, secretsFolder, passwords });

    return { embedded, urls, secretsFolder, isNew: made !== null, made };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** A data folder as it is, with the URLs of the server that runs. */
export type AsIs = { urls: KeptUrls; secretsFolder: string; close(): Promise<void> };

/**
 * Opens a data folder without changing what it holds: neither made nor migrated. Its Postgres is started, and stopped by
 * `close`, unless it runs already.
 * @throws KeptError when the folder holds no installation, or its Postgres does not start
 */
export async function openAsIs(dir: string): Promise<AsIs> {
  const folder = resolve(dir);
  const file = join(folder, 'urls.json');
  if (!existsSync(file)) throw new KeptError(`${folder} holds no installation.`);
  const secretsFolder = join(folder, 'secrets');
  const running = JSON.parse(readFileSync(file, 'utf8')) as KeptUrls;
  if (await answers(running.DATABASE_URL)) return { urls: running, secretsFolder, close: async () => {} };

  const embedded = await startEmbedded({ folder: join(folder, 'data') }).catch((error: Error) => {
    throw new KeptError(error.message);
  });

  return { urls: writeUrls(folder, embedded, readPasswords(folder)), secretsFolder, close: () => embedded.stop() };
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    await sql`select 1`;

    return true;
  } catch {
    return false;
  } finally {
    await sql.end();
  }
}

/** Root lends the cluster to another user, who must be able to pass through a folder that is ours. */
function prepare(dir: string): string {
  const folder = resolve(dir);
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  const isOurs = readdirSync(folder).length === 0 || existsSync(join(folder, 'urls.json'));
  if (isOurs && process.getuid?.() === 0) chmodSync(folder, 0o711);

  return folder;
}

async function installIn(folder: string, { superuserUrl }: Embedded, options: KeptOptions & { secretsFolder: string; passwords: Passwords }): Promise<InitResult | null> {
  if ((await countStatements(superuserUrl, usualNames.database)) === 0) {
    return init({ ...firstPeople, bootstrapUrl: superuserUrl, rootFile: join(folder, 'root.key'), ...options });
  }
  await migrateBoth(superuserUrl).catch((error: Error) => {
    throw new KeptError(error.message);
  });

  return null;
}

/** Those of the folder, or new ones: written before the roles that bear them, so that a broken start is only repeated. */
function readPasswords(folder: string): Passwords {
  const file = join(folder, 'urls.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<KeptUrls>) : {};
  const passwordOf = (login: Login): string => {
    const url = kept[variables.find((one) => one.login === login)?.name ?? 'DATABASE_URL'];

    return url === undefined ? randomPassword() : decodeURIComponent(new URL(url).password);
  };

  return Object.fromEntries(logins.map((login) => [login, passwordOf(login)])) as Passwords;
}

function writeUrls(folder: string, { superuserUrl }: Embedded, passwords: Passwords): KeptUrls {
  const urlAs = (login: Login, database: string) => Object.assign(new URL(urlOf(superuserUrl, database)), { username: login, password: passwords[login] }).href;
  const urls = Object.fromEntries(variables.map(({ name, login, database }) => [name, urlAs(login, database)])) as KeptUrls;
  const file = join(folder, 'urls.json');
  writeFileSync(`${file}.draft`, `${JSON.stringify(urls, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);

  return urls;
}
