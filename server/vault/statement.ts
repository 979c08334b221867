import { enc, idBytes, instant, sha256 } from './bytes.ts';
import { verify, type Identity } from './ed25519.ts';

export const statementKinds = ['self', 'mandate', 'next', 'office', 'reproof'] as const;
export type StatementKind = (typeof statementKinds)[number];

/**
 * A key statement: which public keys are whose (design section 4, "A person").
 *
 * The statements of one person form one line: `version` grows by one, `previous` is the digest of the one before, and
 * only `next` and `reproof` change the keys. `mandate` names an office and a role.
 *
 * An `office` statement publishes a shared key: `person` and `office` are both the office's id, `role` is the use
 * (`register`, `request` or `audit`), `version` the epoch, `xwing` the office key, and `ed25519` is empty.
 */
export type Statement = {
  deployment: string;
  person: string;
  version: number;
  kind: StatementKind;
  /** X-Wing public key, 1,216 bytes. */
  xwing: Uint8Array;
  /** Ed25519 public key, 32 bytes; empty on an `office` statement. */
  ed25519: Uint8Array;
  previous: Uint8Array | null;
  /** From this instant, included. */
  validFrom: Date;
  /** Until this instant, excluded; null for no end. */
  validTo: Date | null;
  office: string | null;
  role: string | null;
};

export function statementBytes(statement: Statement): Uint8Array {
  return enc(
    'statement', idBytes(statement.deployment), idBytes(statement.person), statement.version, statement.kind,
    statement.xwing, statement.ed25519, statement.previous, instant(statement.validFrom),
    statement.validTo && instant(statement.validTo), statement.office && idBytes(statement.office), statement.role,
  );
}

/** SHA-256 of the statement's bytes: its name everywhere, and what each signer signs. */
export function statementDigest(statement: Statement): Uint8Array {
  return sha256(statementBytes(statement));
}

/** A 64-byte Ed25519 signature over the digest. An identity key signs for a person, a session key for an office. */
export function signStatement(identity: Pick<Identity, 'sign'>, statement: Statement): Uint8Array {
  return identity.sign(statementDigest(statement));
}

/** Whether this key signed this statement; says nothing about whose key it is (see `chain.ts`). */
export function verifyStatementSignature(publicKey: Uint8Array, statement: Statement, signature: Uint8Array): boolean {
  return verify(publicKey, statementDigest(statement), signature);
}
