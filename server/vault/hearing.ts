import { verify } from './ed25519.ts';
import { refuseIf, UntrustedError, type StatementSignature, type StoredStatement, type Verified, type World } from './trust.ts';

/** One statement before its rule: `previous` is proven already, `prove` follows a signer's own line. */
export type Hearing = StoredStatement & {
  digest: Uint8Array;
  previous: Verified | null;
  world: World;
  prove(digest: Uint8Array): Verified;
};

/** Exactly these signers and no other: the accepted lists are in alphabetical order, joined by `+`. */
export function requireSigners({ signatures }: Hearing, ...accepted: string[]): void {
  refuseIf(!accepted.includes(signatures.map(({ by }) => by).sort().join('+')), 'signers');
}

export function requireSubject(hearing: Hearing): void {
  requireSignature(hearing, hearing.statement.ed25519, signatureBy(hearing, 'subject'));
}

export function requireRoot(hearing: Hearing): void {
  requireSignature(hearing, hearing.world.rootPublicKey, signatureBy(hearing, 'root'));
}

export function isSignedByRoot({ signatures }: Hearing): boolean {
  return signatures.some(({ by }) => by === 'root');
}

export function signatureBy({ signatures }: Hearing, by: StatementSignature['by']): StatementSignature {
  const found = signatures.find((signature) => signature.by === by);
  if (!found) throw new UntrustedError('signers');

  return found;
}

/** Each signer signs the digest of the statement. */
export function requireSignature(hearing: Hearing, publicKey: Uint8Array, { signature }: StatementSignature): void {
  const { world, digest } = hearing;

  refuseIf(!(world.verify ?? verify)(publicKey, digest, signature), 'signature');
}
