import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '../../server/core.ts';
import { createJournal } from '../../server/journal/append.ts';
import { markSecrets } from '../../server/secret-marks.ts';
import { createSecrets, hasSecrets, readSecrets, type Secrets } from '../../server/secrets.ts';
import { equal } from '../../server/vault/bytes.ts';
import { identityFrom } from '../../server/vault/ed25519.ts';
import { createHasher, PRODUCTION_COST, type Argon2Cost } from '../../server/vault/passphrase.ts';
import { delegateEnrolment, rootKeys, type RootKeys } from '../../server/vault/root.ts';
import { connectShred } from '../../server/vault/shred.ts';
import type { Profile } from '../../server/people/profile.ts';
import { bootstrap, logins, urlOf, usualNames, type DatabaseNames, type Login, type Passwords } from '../bootstrap.ts';
import { connect, type Clock } from '../client.ts';
import { migrateBoth } from '../migrations-runner.ts';
import { loadDirectory } from '../seed/load.ts';
import { makeFirstPeople, type FirstPerson } from './first-people.ts';
import { countStatements } from './found.ts';
import { randomPassword } from './random-words.ts';
import { readRootFile, writeRootFile } from './root-file.ts';

export type InitOptions = {
  /** A login that may create roles and databases, connected to any database but the two of `names`. */
  bootstrapUrl: string;
  names?: DatabaseNames;
  /** Those missing are made at random. */
  passwords?: Partial<Passwords>;
  secretsFolder: string;
  /** Where root's seed is written; the file leaves the machine afterwards. */
  rootFile: string;
  administrator: Profile;
  registrar: Profile;
  clock?: Clock;
  /** Of the first passphrases; production's unless a test says otherwise. */
  cost?: Argon2Cost;
};

/** Everything that is shown once and kept nowhere, passwords and passphrases included. */
export type InitResult = {
  deployment: string;
  urls: Record<Login | 'shred', string>;
  /** Logins whose password was made here. */
  generated: Login[];
  secretsFolder: string;
  rootFile: string;
  /** The office of the service, which holds the two first mandates. */
  office: string;
  administrator: FirstPerson;
  registrar: FirstPerson;
};

/** Why an installation is not begun or not finished: sentences that say what was found and what to do. */
export class InitError extends Error {
  override name = 'InitError';
}

/**
 * Makes an installation: roles, both databases, root, secrets, directory, first administrator and registrar. A run that
 * failed is finished by the next one, which finds its own mark in the secrets folder; a finished one is refused.
 * @throws InitError
 */
export async function init(options: InitOptions): Promise<InitResult> {
  const { bootstrapUrl, names = usualNames, secretsFolder, rootFile, clock = () => new Date() } = options;
  await refuseInitialised(options, names);

  const root = await rootOf(rootFile, secretsFolder);
  const secrets = secretsOf(secretsFolder, root);
  const passwords = Object.fromEntries(logins.map((login) => [login, options.passwords?.[login] ?? randomPassword()])) as Passwords;
  await bootstrap(bootstrapUrl, passwords, names);
  await migrateBoth(bootstrapUrl, names);
  await loadDirectory(urlOf(bootstrapUrl, names.database), secrets);

  const urls = urlsOf(bootstrapUrl, names, passwords);
  const people = await withCore({ urls, secrets, clock, cost: options.cost ?? PRODUCTION_COST }, (core) => makeFirstPeople(core, root, options));
  rmSync(markOf(secretsFolder));

  return { deployment: secrets.deployment.id, urls, generated: logins.filter((login) => !options.passwords?.[login]), secretsFolder, rootFile, ...people };
}

/** Before anything is changed: a second run must not so much as set another password. */
async function refuseInitialised({ bootstrapUrl, secretsFolder, rootFile }: InitOptions, names: DatabaseNames): Promise<void> {
  const isUnfinished = existsSync(markOf(secretsFolder));
  const people = await countStatements(bootstrapUrl, names.database);
  if (people > 0) {
    throw new InitError(
      `The database ${names.database} is already initialised: it holds ${people} key statements. Nothing was changed. ` +
        `If the passphrases of its first run were never shown, drop ${names.database} and ${names.shredDatabase}, remove ${secretsFolder} and ${rootFile}, and run init again.`,
    );
  }
  if (isUnfinished) return;

  const found = [hasSecrets(secretsFolder) && secretsFolder, existsSync(rootFile) && rootFile].filter((path) => path !== false);
  if (found.length > 0)
    throw new InitError(`${found.join(' and ')} already there, from another installation. Nothing was changed: keep them, and give init other places (SECRETS_FOLDER, --root).`);
}

/** Root's seed is written before anything rests on it, and forgotten here as soon as its keys are made. */
async function rootOf(rootFile: string, secretsFolder: string): Promise<RootKeys> {
  mkdirSync(secretsFolder, { recursive: true, mode: 0o700 });
  writeFileSync(markOf(secretsFolder), 'init has begun and is not finished: run it again\n', { mode: 0o600 });
  if (!existsSync(rootFile) && !hasSecrets(secretsFolder)) writeRootFile(rootFile, randomBytes(32));

  const seed = readRootFile(rootFile);
  if (!seed) throw new InitError(`${rootFile} is missing or damaged, and ${secretsFolder} rests on it: put it back, or remove both and run init again.`);
  const keys = await rootKeys(seed);
  seed.fill(0);

  return keys;
}

function secretsOf(folder: string, root: RootKeys): Secrets {
  if (hasSecrets(folder)) {
    const secrets = readSecrets(folder);
    if (!equal(secrets.deployment.root.ed25519, root.identity.publicKey)) throw new InitError(`${folder} rests on another root key: remove it and the root file, and run init again.`);

    return secrets;
  }

  const id = randomUUID();
  const enrolmentSeed = new Uint8Array(randomBytes(32));
  const { signature } = delegateEnrolment(root, id, identityFrom(enrolmentSeed).publicKey);
  const deployment = { id, root: { ed25519: root.identity.publicKey, xwing: root.xwing.publicKey }, enrolmentDelegation: signature };

  return createSecrets(folder, { deployment, enrolmentSeed, random: (bytes) => new Uint8Array(randomBytes(bytes)) });
}

function urlsOf(bootstrapUrl: string, { database, shredDatabase }: DatabaseNames, passwords: Passwords): InitResult['urls'] {
  const urlAs = (login: Login, name: string) => Object.assign(new URL(urlOf(bootstrapUrl, name)), { username: login, password: encodeURIComponent(passwords[login]) }).href;

  return {
    app: urlAs('app', database), shred: urlAs('app', shredDatabase), sequencer: urlAs('sequencer', database),
    auditor: urlAs('auditor', database), retention: urlAs('retention', database),
  };
}

type Serving = { urls: InitResult['urls']; secrets: Secrets; clock: Clock; cost: Argon2Cost };

/** The first deeds are done by the service's own login, within its walls. */
async function withCore<T>({ urls, secrets, clock, cost }: Serving, work: (core: Core) => Promise<T>): Promise<T> {
  const database = connect(urls.app, clock, { max: 2 });
  const shred = connectShred(urls.shred, { max: 1 });
  try {
    await database.withActor({ kind: 'visitor' }, (tx) => markSecrets(tx, secrets));
    const journal = await createJournal({ database, deployment: secrets.deployment.id, node: 0, rootXwingPublicKey: secrets.deployment.root.xwing });

    return await work({ clock, database, shred, journal, secrets, hasher: createHasher({ cost }) });
  } finally {
    await Promise.all([database.close(), shred.close()]);
  }
}

const markOf = (secretsFolder: string) => join(secretsFolder, 'init.unfinished');
