import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Core } from '../core.ts';
import { enc, equal, idBytes } from '../vault/bytes.ts';
import { hkdf } from '../vault/hkdf.ts';

/** Wrong codes before an invitation's code opens nothing any more. */
export const codeTries = 5;

export type StoredCode = { codeSalt: Uint8Array; codeHash: Uint8Array };

/** Eight digits, sent another way than the link, and what the database keeps of them. */
export function newCode({ secrets }: Pick<Core, 'secrets'>, invitation: string): StoredCode & { code: string } {
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  const codeSalt = new Uint8Array(randomBytes(16));

  return { code, codeSalt, codeHash: hashOf(secrets, invitation, codeSalt, code) };
}

/** Compares in constant time. */
export function isCode({ secrets }: Pick<Core, 'secrets'>, invitation: { id: string } & StoredCode, code: string): boolean {
  return equal(hashOf(secrets, invitation.id, invitation.codeSalt, code), new Uint8Array(invitation.codeHash));
}

/** Eight digits are few: without the server's key, a stolen database would give them away. */
function hashOf({ directoryKey }: Core['secrets'], invitation: string, salt: Uint8Array, code: string): Uint8Array {
  const key = hkdf(directoryKey, new Uint8Array(0), 'invitation-code', 32);

  return new Uint8Array(createHmac('sha256', key).update(enc('code', idBytes(invitation), salt, code)).digest());
}
