import { createHmac } from 'node:crypto';
import type { Tx } from '../db/client.ts';
import { secretMark } from '../db/schema/index.ts';
import { SecretsError, type Secrets } from './secrets.ts';
import { enc, equal, idBytes, sha256 } from './vault/bytes.ts';

export type Mark = { name: string; mark: Uint8Array };

/**
 * Leaves in the database a keyed hash of each secret that what it holds rests on, the first time it meets them.
 * @throws SecretsError when the database was filled under others: a wrong pepper or key would spoil what is written from now on
 */
export async function markSecrets(tx: Tx, secrets: Secrets): Promise<void> {
  await tx.insert(secretMark).values(marksOf(secrets)).onConflictDoNothing();
  const foreign = foreignMarks(secrets, await tx.select().from(secretMark));
  if (foreign.length > 0) throw new SecretsError(`The secrets are not those of this database (${foreign.join(', ')}): restore the secrets folder that belongs to it.`);
}

/** The names of the marks that these secrets would leave otherwise. A pepper that was retired leaves none. */
export function foreignMarks(secrets: Secrets, found: readonly Mark[]): string[] {
  const own = new Map(marksOf(secrets).map(({ name, mark }) => [name, mark]));

  return found.filter(({ name, mark }) => !equal(own.get(name) ?? mark, mark)).map(({ name }) => name).sort();
}

function marksOf({ deployment, directoryKey, pepper }: Secrets): Mark[] {
  const keyed = (key: Uint8Array, name: string) => new Uint8Array(createHmac('sha256', key).update(enc('secret-mark', idBytes(deployment.id), name)).digest());

  return [
    { name: 'deployment', mark: sha256(enc('secret-mark', idBytes(deployment.id), deployment.root.ed25519, deployment.root.xwing)) },
    { name: 'directory', mark: keyed(directoryKey, 'directory') },
    ...[...pepper.versions].map(([version, key]) => ({ name: `pepper-${version}`, mark: keyed(key, `pepper-${version}`) })),
  ];
}
