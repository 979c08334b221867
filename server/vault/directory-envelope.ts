import { createHmac } from 'node:crypto';
import { enc, idBytes } from './bytes.ts';
import { open, seal } from './envelope.ts';
import { hkdf } from './hkdf.ts';
import { pad, unpad } from './padding.ts';

/** Where a name or an address stands: its table, its row and its column. */
export type DirectoryPlace = { deployment: string; table: string; row: string; field: string };

/**
 * Seals a name or an e-mail address under the directory key (design section 4, "In clear in the database"). Padded, so
 * that the size of a name says nothing.
 */
export function sealDirectory(directoryKey: Uint8Array, place: DirectoryPlace, text: string): Uint8Array {
  return seal(branch(directoryKey, 'directory-envelope'), directoryContext(place), pad(text));
}

/** The text; throws EnvelopeError when the key or the place is another. */
export function openDirectory(directoryKey: Uint8Array, place: DirectoryPlace, sealed: Uint8Array): string {
  return unpad(open(branch(directoryKey, 'directory-envelope'), directoryContext(place), sealed));
}

/** 32 bytes by which sign-in finds the accounts of an address without the database knowing it. */
export function loginHmac(directoryKey: Uint8Array, address: string): Uint8Array {
  return hmac(branch(directoryKey, 'login'), address);
}

/**
 * The 16-byte Argon2 salt of an address: the same for every account it has, so that one stretched passphrase is tried
 * on each, and the same whether it has any, so that an unknown login costs as much.
 */
export function loginSalt(directoryKey: Uint8Array, address: string): Uint8Array {
  return hmac(branch(directoryKey, 'login-salt'), address).subarray(0, 16);
}

function hmac(key: Uint8Array, address: string): Uint8Array {
  return createHmac('sha256', key).update(address.normalize('NFKC').trim().toLowerCase(), 'utf8').digest();
}

function branch(directoryKey: Uint8Array, label: string): Uint8Array {
  return hkdf(directoryKey, new Uint8Array(0), label, 32);
}

function directoryContext({ deployment, table, row, field }: DirectoryPlace): Uint8Array {
  return enc('directory', idBytes(deployment), table, idBytes(row), field);
}
