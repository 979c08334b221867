import type { Core } from '../core.ts';
import { Problem } from '../problems.ts';
import { loginHmac, loginSalt } from '../vault/directory-envelope.ts';

/** An address as the database and Argon2 know it: 32 bytes to look it up by, 16 to salt its passphrases with. */
export type Login = { hmac: Uint8Array; salt: Uint8Array };

/** Any text has a login, so that what is no address is answered as an unknown one. */
export function loginOf({ secrets }: Pick<Core, 'secrets'>, address: string): Login {
  return { hmac: loginHmac(secrets.directoryKey, address), salt: loginSalt(secrets.directoryKey, address) };
}

const shape = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/u;

/**
 * The address in the form in which it is kept and written to: NFKC, lower case, at most 254 characters (RFC 5321).
 * @throws Problem `invalid-body` naming `address`
 */
export function normalAddress(typed: string): string {
  const address = typed.normalize('NFKC').trim().toLowerCase();
  if (address.length <= 254 && shape.test(address)) return address;

  const message = 'Donnez une adresse électronique complète, par exemple prenom.nom@exemple.fr.';
  throw new Problem('invalid-body', { errors: [{ field: 'address', message }] });
}
