import type { SessionCertificate } from './certificate.ts';
import type { Enrolment } from './root.ts';
import type { Statement, StatementKind } from './statement.ts';

/**
 * One signature of a statement. `signer` is the digest of the registrar's statement (`registrar`), the 16 bytes of the
 * certificate's id (`session`), and null for the others, whose key the rules name. `at` is not covered by the signature:
 * it is the journal that bounds it, and it decides only which of a signer's mandates must have held.
 */
export type StatementSignature = {
  by: 'subject' | 'enrolment' | 'root' | 'registrar' | 'previous' | 'session';
  signer: Uint8Array | null;
  signature: Uint8Array;
  at: Date;
};

export type StoredStatement = { statement: Statement; signatures: StatementSignature[] };

/** What trust starts from (the pinned root) and where the stored, not yet believed, material is read. */
export type World = {
  deployment: string;
  /** Root's raw Ed25519 public key, pinned in configuration, never read from a row. */
  rootPublicKey: Uint8Array;
  enrolment: Enrolment;
  /** The instant the question is about: is this statement in force then? */
  at: Date;
  lookup(digest: Uint8Array): StoredStatement | undefined;
  /** Every stored statement of a person (or office), to see forks and retired keys. A reproof that was objected to is not among them. */
  statementsOf(person: string): readonly Statement[];
  certificate(id: string): SessionCertificate | undefined;
  /** When a signed act ended this mandate before its term. */
  endedAt(mandateDigest: Uint8Array): Date | undefined;
  /** Statements proven in this snapshot already: what `at` asks is judged anew. */
  proven?: Map<string, Verified>;
  /** Ed25519 verification; `rememberSignatures` gives one that skips what it has already accepted. */
  verify?(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
};

export type Mandate = { office: string | null; role: string; validFrom: Date; validTo: Date | null; digest: Uint8Array };

/** A statement that leads to root, the instants between which its keys hold, and the mandates along its line. */
export type Verified = {
  statement: Statement;
  digest: Uint8Array;
  kind: StatementKind;
  keys: Window;
  mandates: Mandate[];
};

/** `from` is included, `to` is excluded; null for no end. */
type Window = { from: Date; to: Date | null };

export type UntrustedReason =
  | 'unknown-statement' | 'other-deployment' | 'digest' | 'malformed' | 'window'
  | 'cycle' | 'too-deep' | 'fork' | 'previous' | 'version' | 'keys' | 'office-named' | 'role'
  | 'signers' | 'signature' | 'enrolment' | 'not-registrar' | 'own-registrar' | 'same-registrar' | 'too-soon'
  | 'certificate' | 'no-mandate' | 'not-in-force';

/** A statement is not believed: nothing is sealed to its keys, and the caller journals the reason. */
export class UntrustedError extends Error {
  override name = 'UntrustedError';
  readonly reason: UntrustedReason;

  constructor(reason: UntrustedReason) {
    super(`key statement not trusted: ${reason}`);
    this.reason = reason;
  }
}

export function refuseIf(refused: boolean, reason: UntrustedReason): void {
  if (refused) throw new UntrustedError(reason);
}

export function isWithin({ from, to }: Window, at: Date): boolean {
  return from <= at && (to === null || at < to);
}

/** The mandates of a verified person that hold at an instant: begun, not over, not ended by a signed act. */
export function mandatesAt(verified: Verified, world: Pick<World, 'endedAt'>, at: Date): Mandate[] {
  return verified.mandates.filter((mandate) => {
    const ended = world.endedAt(mandate.digest);

    return isWithin({ from: mandate.validFrom, to: mandate.validTo }, at) && (ended === undefined || at < ended);
  });
}
