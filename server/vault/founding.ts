import { randomBytes } from 'node:crypto';
import { concat, enc, equal, idBytes, idFrom, sha256 } from './bytes.ts';

/** What a founding act says: the party (or the lower case) it is about, and the nonce that binds the case to its author. */
export type Founding = { caseId: string; subject: Uint8Array };

/**
 * A new case's id, which names its founder: the first 128 bits of SHA-256(enc("case", deployment, person, nonce)). Whoever
 * holds the database can plant a signed request of their own, but never one that a case they did not begin would answer to.
 * @param about the id that the founding act is about; the nonce (16 bytes) follows it in the act's subject
 */
export function foundCase(deployment: string, person: string, about: string): Founding {
  const nonce = randomBytes(16);

  return { caseId: idFrom(nameOf(deployment, person, nonce)), subject: concat(idBytes(about), nonce) };
}

/** Whether this person, by this act's subject, began this case. */
export function foundedCase(deployment: string, person: string, caseId: string, subject: Uint8Array | null): boolean {
  return subject?.length === 32 && equal(nameOf(deployment, person, subject.subarray(16)), idBytes(caseId));
}

function nameOf(deployment: string, person: string, nonce: Uint8Array): Uint8Array {
  return sha256(enc('case', idBytes(deployment), idBytes(person), nonce)).subarray(0, 16);
}
