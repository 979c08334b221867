import { randomBytes } from 'node:crypto';
import { concat, enc, equal, idBytes, idFrom, sha256 } from './bytes.ts';

/** What a founding act says: the party (or the lower case, or the second hand) it is about, and the nonce that binds the case to its author. */
export type Founding = { caseId: string; subject: Uint8Array };

/** Founding acts whose kind and subject the case's name does not hold: cases were named without them first. */
const namedByFounderAlone: readonly string[] = ['file', 'refer-up'];

/**
 * A new case's id, which names its founder: the first 128 bits of SHA-256(enc("case", deployment, person, nonce)), with the
 * act's kind and what it is about for the founding acts that came later. Whoever holds the database can plant a signed
 * request of their own, but never one that a case they did not begin, or began otherwise, would answer to.
 * @param about the id that the founding act is about; the nonce (16 bytes) follows it in the act's subject
 */
export function foundCase(deployment: string, person: string, about: string, kind: string): Founding {
  const subject = concat(idBytes(about), randomBytes(16));

  return { caseId: idFrom(nameOf(deployment, person, subject, kind)), subject };
}

/** Whether this person, by an act of this kind and subject, began this case. */
export function foundedCase(deployment: string, person: string, caseId: string, subject: Uint8Array | null, kind: string): boolean {
  return subject?.length === 32 && equal(nameOf(deployment, person, subject, kind), idBytes(caseId));
}

function nameOf(deployment: string, person: string, subject: Uint8Array, kind: string): Uint8Array {
  const founder = [idBytes(deployment), idBytes(person), subject.subarray(16)] as const;
  const named = namedByFounderAlone.includes(kind) ? enc('case', ...founder) : enc('case', ...founder, kind, subject.subarray(0, 16));

  return sha256(named).subarray(0, 16);
}
