import type { Core } from '../core.ts';
import { Problem } from '../problems.ts';
import { checkPassphrase, OverloadError } from '../vault/passphrase.ts';
import type { Login } from './address.ts';

/**
 * 64 bytes of Argon2id, salted by the login, so that one computation tries every account of an address.
 * @throws Problem `overloaded` when too many are waiting
 */
export async function stretch({ hasher }: Pick<Core, 'hasher'>, passphrase: string, { salt }: Login): Promise<Uint8Array> {
  try {
    return await hasher.hash(passphrase, salt);
  } catch (error) {
    if (error instanceof OverloadError) throw new Problem('overloaded', { retryAfter: 5 });

    throw error;
  }
}

/**
 * Refuses a passphrase nobody should choose.
 * @param words names an attacker would try first: the person's, their address, their establishment
 * @throws Problem `passphrase-weak` naming the field
 */
export function refuseWeak(passphrase: string, words: readonly string[], field = 'passphrase'): void {
  if (checkPassphrase(passphrase, [...words]) !== 'ok') throw new Problem('passphrase-weak', { field });
}
