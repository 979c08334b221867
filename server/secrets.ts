import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { base64, bytes, deploymentFile, DeploymentFile, fromDeploymentFile, fromPepperFile, pepperFile, PepperFile } from './secret-files.ts';
import { equal } from './vault/bytes.ts';
import { identityFrom } from './vault/ed25519.ts';

/** What the server alone knows. Every key is 32 random bytes; Ed25519 keys are kept as their seed. */
export type Secrets = Readonly<{
  pepper: Readonly<{ current: number; versions: ReadonlyMap<number, Uint8Array> }>;
  directoryKey: Uint8Array;
  tokenSeed: Uint8Array;
  enrolmentSeed: Uint8Array;
  journalSecret: Uint8Array;
  deployment: Deployment;
}>;

/** Which installation this is and what it trusts: no secret, but whoever changes it changes whom the server believes. */
export type Deployment = Readonly<{
  /** UUID. */
  id: string;
  root: Readonly<{ ed25519: Uint8Array; xwing: Uint8Array }>;
  /** Root's Ed25519 signature that delegates statements of kind `self` to the enrolment key. */
  enrolmentDelegation: Uint8Array;
}>;

/** Why the secrets cannot be used: a sentence that names the file and what to do. */
export class SecretsError extends Error {
  override name = 'SecretsError';
}

const keyFiles = {
  directoryKey: 'directory.key',
  tokenSeed: 'token.key',
  enrolmentSeed: 'enrolment.key',
  journalSecret: 'journal.key',
} as const;

/**
 * Makes the secrets folder (0700) and its files (0600). Never overwrites one.
 * The enrolment seed comes from the caller, because root must have signed its delegation.
 * @throws SecretsError when the folder already holds secrets.
 */
export function createSecrets(
  folder: string,
  given: { deployment: Deployment; enrolmentSeed: Uint8Array; random: (bytes: number) => Uint8Array },
): Secrets {
  const secrets: Secrets = {
    pepper: { current: 1, versions: new Map([[1, given.random(32)]]) },
    directoryKey: given.random(32),
    tokenSeed: given.random(32),
    enrolmentSeed: given.enrolmentSeed,
    journalSecret: given.random(32),
    deployment: given.deployment,
  };
  if (hasSecrets(folder)) throw new SecretsError(`${folder} already holds secrets: keep them, or choose another SECRETS_FOLDER.`);

  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  write(folder, 'pepper.json', asJson(pepperFile(secrets.pepper)));
  for (const [name, file] of keys()) write(folder, file, `${base64(secrets[name])}\n`);
  write(folder, 'deployment.json', asJson(deploymentFile(secrets.deployment, identityFrom(secrets.enrolmentSeed).publicKey)));

  return secrets;
}

/** Every file of the folder. */
export const secretFileNames: readonly string[] = ['pepper.json', 'deployment.json', ...Object.values(keyFiles)];

/** True when the folder holds at least one of our files. */
export function hasSecrets(folder: string): boolean {
  return secretFileNames.some((file) => existsSync(join(folder, file)));
}

/**
 * Reads the secrets folder.
 * @throws SecretsError naming the first file that is missing, malformed or readable by another user.
 */
export function readSecrets(folder: string): Secrets {
  refuseShared(folder);
  const secrets = {
    pepper: readPepper(folder),
    directoryKey: readKey(folder, keyFiles.directoryKey),
    tokenSeed: readKey(folder, keyFiles.tokenSeed),
    enrolmentSeed: readKey(folder, keyFiles.enrolmentSeed),
    journalSecret: readKey(folder, keyFiles.journalSecret),
  };
  const { deployment, enrolmentPublicKey } = readDeployment(folder);
  if (!equal(enrolmentPublicKey, identityFrom(secrets.enrolmentSeed).publicKey)) throw malformed(folder, 'deployment.json');

  return { ...secrets, deployment };
}

/**
 * Reads `deployment.json`, which holds public values only: an auditor needs nothing else of the folder.
 * @throws SecretsError when it is missing, malformed or open to other users
 */
export function readDeployment(folder: string): { deployment: Deployment; enrolmentPublicKey: Uint8Array } {
  const file = readJson(folder, 'deployment.json', DeploymentFile);

  return { deployment: fromDeploymentFile(file), enrolmentPublicKey: bytes(file.enrolmentPublicKey) };
}

function keys() {
  return Object.entries(keyFiles) as [keyof typeof keyFiles, string][];
}

function write(folder: string, file: string, text: string): void {
  writeFileSync(join(folder, file), text, { mode: 0o600, flag: 'wx' });
}

function readPepper(folder: string): Secrets['pepper'] {
  const pepper = fromPepperFile(readJson(folder, 'pepper.json', PepperFile));
  if (!pepper.versions.has(pepper.current)) throw malformed(folder, 'pepper.json');

  return pepper;
}

function readKey(folder: string, file: string): Uint8Array {
  const key = bytes(read(folder, file));
  if (key.length !== 32) throw malformed(folder, file);

  return key;
}

function readJson<T extends typeof PepperFile | typeof DeploymentFile>(folder: string, file: string, shape: T): Static<T> {
  const value = parsed(read(folder, file));
  if (!Value.Check(shape, value)) throw malformed(folder, file);

  return value;
}

function read(folder: string, file: string): string {
  const path = join(folder, file);
  if (!existsSync(path))
    throw new SecretsError(`${path} is missing: run init on a new installation, or restore the secrets folder from its backup.`);
  refuseShared(path);

  return readFileSync(path, 'utf8').trim();
}

function refuseShared(path: string): void {
  if (!existsSync(path))
    throw new SecretsError(`${path} is missing: run init on a new installation, or restore the secrets folder from its backup.`);
  if ((statSync(path).mode & 0o077) !== 0)
    throw new SecretsError(`${path} can be read by other users of this machine: run chmod go= on it, then start again.`);
}

function malformed(folder: string, file: string): SecretsError {
  return new SecretsError(`${join(folder, file)} is damaged: restore it from the backup of the secrets folder.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const asJson = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
