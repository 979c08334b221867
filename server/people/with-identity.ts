import type { Core, Session } from '../core.ts';
import type { Identity } from '../vault/ed25519.ts';
import type { Verified } from '../vault/trust.ts';
import { openOwnSeed } from './own-seed.ts';

/**
 * Lends the identity key of the person signed in, for one signature they confirm with their passphrase: statements,
 * undertakings, agreements. It is nowhere before and nowhere after.
 * @param work is given the key, the digest of the person's current statement, and that statement verified up to root
 * @throws Problem `wrong-passphrase`, `too-many`, `overloaded`
 */
export async function withIdentity<T>(
  core: Core, session: Session, passphrase: string, work: (identity: Identity, statementDigest: Uint8Array, verified: Verified) => T | Promise<T>,
): Promise<T> {
  const { keys, verified } = await openOwnSeed(core, session, passphrase);

  return work(keys.identity, verified.digest, verified);
}
