import { sign, verify as verifySignature } from 'node:crypto';
import { privateKeyFrom, publicBytesOf, publicKeyFrom } from './curve25519.ts';

/** An Ed25519 key pair (RFC 8032): 32-byte seed, 32-byte public key, 64-byte signatures. */
export type Identity = { publicKey: Uint8Array; seed: Uint8Array; sign(message: Uint8Array): Uint8Array };

/** The signing identity of a 32-byte seed. Throws RangeError on another length. */
export function identityFrom(seed32: Uint8Array): Identity {
  const key = privateKeyFrom('Ed25519', seed32);

  return {
    publicKey: publicBytesOf(key),
    seed: Uint8Array.from(seed32),
    sign: (message) => Uint8Array.from(sign(null, message, key)),
  };
}

/** Whether the signature is that key's over that message. Malformed keys and signatures are false, never an error. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return verifySignature(null, message, publicKeyFrom('Ed25519', publicKey), signature);
  } catch {
    return false;
  }
}
