import * as crypto from 'node:crypto';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { concat, equal } from './bytes.ts';

/** ML-KEM-768 (FIPS 203): public key 1,184 bytes, ciphertext 1,088, shared secret 32, private seed 64. */
export type MlKem = {
  /** The expanded key of a 64-byte seed (d ‖ z). */
  keyFrom(seed: Uint8Array): MlKemKey;
  encapsulate(publicKey: Uint8Array): { ciphertext: Uint8Array; sharedSecret: Uint8Array };
};

export type MlKemKey = { publicKey: Uint8Array; decapsulate(ciphertext: Uint8Array): Uint8Array };

/** In JavaScript, for a Node without ML-KEM. */
export const portableMlKem: MlKem = {
  keyFrom(seed) {
    const { publicKey, secretKey } = ml_kem768.keygen(seed);

    return { publicKey, decapsulate: (ciphertext) => ml_kem768.decapsulate(ciphertext, secretKey) };
  },
  encapsulate(publicKey) {
    const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey);

    return { ciphertext: cipherText, sharedSecret };
  },
};

/** Encapsulation with 32 chosen bytes in place of random ones: for published vectors only. */
export function unsafeEncapsulateWith(randomness: Uint8Array, publicKey: Uint8Array) {
  const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey, randomness);

  return { ciphertext: cipherText, sharedSecret };
}

// RFC 9935: SubjectPublicKeyInfo, and PKCS #8 holding the seed alone, up to where the key bytes begin.
const SPKI = Buffer.from('308204b2300b0609608648016503040402038204a100', 'hex');
const PKCS8_SEED = Buffer.from('3054020100300b060960864801650304040204428040', 'hex');

/** The native ML-KEM of Node 24.7 and later (20 times faster), undefined where there is none. */
export const nativeMlKem: MlKem | undefined = detectNative();

/** The fastest ML-KEM of this Node. */
export const mlKem: MlKem = nativeMlKem ?? portableMlKem;

type Native = {
  encapsulate(key: crypto.KeyObject): { sharedKey: Uint8Array; ciphertext: Uint8Array };
  decapsulate(key: crypto.KeyObject, ciphertext: Uint8Array): Uint8Array;
};

/** Taken only if it agrees with the portable one, once, when the module loads. */
function detectNative(): MlKem | undefined {
  const { encapsulate, decapsulate } = crypto as typeof crypto & Partial<Native>;
  if (!encapsulate || !decapsulate) return undefined;
  const native = nativeOver({ encapsulate, decapsulate });
  try {
    return agree(native, portableMlKem) ? native : undefined;
  } catch {
    return undefined;
  }
}

function agree(one: MlKem, other: MlKem): boolean {
  const seed = crypto.randomBytes(64);
  const [key, sameKey] = [one.keyFrom(seed), other.keyFrom(seed)];
  const { ciphertext, sharedSecret } = one.encapsulate(sameKey.publicKey);

  return (
    equal(key.publicKey, sameKey.publicKey) &&
    equal(key.decapsulate(ciphertext), sharedSecret) &&
    equal(sameKey.decapsulate(ciphertext), sharedSecret)
  );
}

function nativeOver({ encapsulate, decapsulate }: Native): MlKem {
  return {
    keyFrom(seed) {
      const key = crypto.createPrivateKey({ key: der(PKCS8_SEED, seed), format: 'der', type: 'pkcs8' });
      const spki = crypto.createPublicKey(key).export({ format: 'der', type: 'spki' });

      return {
        publicKey: Uint8Array.from(spki.subarray(SPKI.length)),
        decapsulate: (ciphertext) => Uint8Array.from(decapsulate(key, ciphertext)),
      };
    },
    encapsulate(publicKey) {
      const key = crypto.createPublicKey({ key: der(SPKI, publicKey), format: 'der', type: 'spki' });
      const { ciphertext, sharedKey } = encapsulate(key);

      return { ciphertext: Uint8Array.from(ciphertext), sharedSecret: Uint8Array.from(sharedKey) };
    },
  };
}

function der(prefix: Uint8Array, bytes: Uint8Array): Buffer {
  return Buffer.from(concat(prefix, bytes));
}
