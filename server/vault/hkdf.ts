import { hkdfSync } from 'node:crypto';
import { enc, idBytes } from './bytes.ts';

/** HKDF-SHA-512 (RFC 5869): `length` bytes, 1 to 16,320; `info` at most 1,024 bytes; an empty salt is allowed. */
export function hkdf(ikm: Uint8Array, salt: Uint8Array, info: Uint8Array | string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha512', ikm, salt, info, length));
}

/** Both secrets a data key needs, and the place it is for; ids are UUIDs. */
export type DataKeyParts = {
  compartmentKey: Uint8Array;
  shredKey: Uint8Array;
  deployment: string;
  caseId: string;
  compartment: string;
  epoch: number;
};

/**
 * The 32-byte key that seals the items of one epoch of one compartment.
 * It dies with either secret: a grant gives the compartment key, the end of retention destroys the shred key.
 */
export function dataKey({ compartmentKey, shredKey, deployment, caseId, compartment, epoch }: DataKeyParts): Uint8Array {
  const info = enc('data', idBytes(deployment), idBytes(caseId), idBytes(compartment), epoch);

  return hkdf(compartmentKey, shredKey, info, 32);
}
