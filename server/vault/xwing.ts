import { createHash, diffieHellman, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { concat } from './bytes.ts';
import { privateKeyFrom, publicBytesOf, publicKeyFrom } from './curve25519.ts';
import { mlKem, unsafeEncapsulateWith } from './ml-kem.ts';

/** X-Wing (ML-KEM-768 + X25519), HPKE KEM 0x647a: sizes in bytes. Source: draft-connolly-cfrg-xwing-kem. */
export const XWING = { id: 0x647a, publicKey: 1216, privateKey: 32, enc: 1120, sharedSecret: 32 } as const;

const ML_KEM_PUBLIC_KEY = 1184;
const ML_KEM_CIPHERTEXT = 1088;

/** A private key expanded once for many openings. */
export type XWingKey = { publicKey: Uint8Array; decapsulate(enc: Uint8Array): Uint8Array };

/** The key pair of a 32-byte seed, which is its private key. `decapsulate` gives 32 bytes and throws on a malformed `enc`. */
export function xwingKeyFrom(seed: Uint8Array): XWingKey {
  requireLength(seed, XWING.privateKey);
  const expanded = createHash('shake256', { outputLength: 96 }).update(seed).digest();
  const mlKemKey = mlKem.keyFrom(Uint8Array.from(expanded.subarray(0, 64)));
  const x25519Key = privateKeyFrom('X25519', expanded.subarray(64));
  const x25519Public = publicBytesOf(x25519Key);

  return {
    publicKey: concat(mlKemKey.publicKey, x25519Public),
    decapsulate(enc) {
      requireLength(enc, XWING.enc);
      const x25519Ciphertext = enc.subarray(ML_KEM_CIPHERTEXT);
      const mlKemSecret = mlKemKey.decapsulate(enc.subarray(0, ML_KEM_CIPHERTEXT));

      return combine(mlKemSecret, x25519(x25519Key, x25519Ciphertext), x25519Ciphertext, x25519Public);
    },
  };
}

export type Encapsulated = { enc: Uint8Array; sharedSecret: Uint8Array };

/** A fresh shared secret for the holder of a public key. Throws on a malformed key. */
export function encapsulate(publicKey: Uint8Array): Encapsulated {
  // Node's own generator of key pairs can stop a thread for good (decision 0017).
  return encapsulateBy(mlKem.encapsulate, privateKeyFrom('X25519', randomBytes(32)), publicKey);
}

/** As `encapsulate`, with 64 chosen bytes in place of random ones: for published vectors only. */
export function unsafeEncapsulateDerand(publicKey: Uint8Array, randomness: Uint8Array): Encapsulated {
  requireLength(randomness, 64);
  const mlKemEncapsulate = (key: Uint8Array) => unsafeEncapsulateWith(randomness.slice(0, 32), key);

  return encapsulateBy(mlKemEncapsulate, privateKeyFrom('X25519', randomness.subarray(32)), publicKey);
}

function encapsulateBy(mlKemEncapsulate: typeof mlKem.encapsulate, ephemeral: KeyObject, publicKey: Uint8Array): Encapsulated {
  requireLength(publicKey, XWING.publicKey);
  const x25519Public = publicKey.subarray(ML_KEM_PUBLIC_KEY);
  const x25519Ciphertext = publicBytesOf(ephemeral);
  const { ciphertext, sharedSecret } = mlKemEncapsulate(publicKey.subarray(0, ML_KEM_PUBLIC_KEY));

  return {
    enc: concat(ciphertext, x25519Ciphertext),
    sharedSecret: combine(sharedSecret, x25519(ephemeral, x25519Public), x25519Ciphertext, x25519Public),
  };
}

const LABEL = Buffer.from('5c2e2f2f5e5c', 'hex');

function combine(mlKemSecret: Uint8Array, x25519Secret: Uint8Array, x25519Ciphertext: Uint8Array, x25519Public: Uint8Array): Uint8Array {
  const transcript = concat(mlKemSecret, x25519Secret, x25519Ciphertext, x25519Public, LABEL);

  return Uint8Array.from(createHash('sha3-256').update(transcript).digest());
}

function x25519(privateKey: KeyObject, publicBytes: Uint8Array): Uint8Array {
  return diffieHellman({ privateKey, publicKey: publicKeyFrom('X25519', publicBytes) });
}

function requireLength(bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) throw new RangeError(`expected ${length} bytes`);
}
