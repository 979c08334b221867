import { randomBytes } from 'node:crypto';
import { identityFrom, type Identity } from './ed25519.ts';
import { hkdf } from './hkdf.ts';
import { keyPairFrom, type SealKeyPair } from './seal.ts';

/** Everything that grows from a person's seed: what opens grants, what signs statements, what wraps the ring. */
export type PersonKeys = {
  xwing: SealKeyPair;
  identity: Identity;
  ringKey: Uint8Array;
};

/**
 * Derives a person's keys (design section 4, "A person"): X-Wing pair, Ed25519 identity, 32-byte ring key.
 * The seed is 32 random bytes and is stored only in slots; none of these keys is stored beside it.
 */
export async function personKeys(seed: Uint8Array): Promise<PersonKeys> {
  return {
    xwing: await keyPairFrom(branch(seed, 'person-xwing')),
    identity: identityFrom(branch(seed, 'person-identity')),
    ringKey: branch(seed, 'person-ring'),
  };
}

/** 32 random bytes, from which a new person's keys grow. */
export function newSeed(): Uint8Array {
  return randomBytes(32);
}

function branch(seed: Uint8Array, label: string): Uint8Array {
  return hkdf(seed, new Uint8Array(0), label, 32);
}
