import { enc, idBytes } from '../../vault/bytes.ts';
import { verify, type Identity } from '../../vault/ed25519.ts';
import { undertakingDigest } from './undertaking-text.ts';

/** Whose undertaking, for which mandate, and which version of the text. */
export type Undertaking = { deployment: string; person: string; mandate: string; version: string };

/**
 * The 64-byte signature of the written undertaking (D art. 12 [L]) by the person's identity key, over the digest of the
 * text. Throws RangeError for a version that never was.
 */
export function signUndertaking(identity: Pick<Identity, 'sign'>, undertaking: Undertaking): Uint8Array {
  return identity.sign(undertakingBytes(undertaking));
}

/** Whether this identity key signed this undertaking; without it no mandate is in force. */
export function verifyUndertaking(identityPublicKey: Uint8Array, undertaking: Undertaking, signature: Uint8Array): boolean {
  if (undertakingDigest(undertaking.version) === undefined) return false;

  return verify(identityPublicKey, undertakingBytes(undertaking), signature);
}

function undertakingBytes({ deployment, person, mandate, version }: Undertaking): Uint8Array {
  const digest = undertakingDigest(version);
  if (!digest) throw new RangeError('no such version of the undertaking');

  return enc('undertaking', idBytes(deployment), idBytes(person), idBytes(mandate), version, digest);
}
