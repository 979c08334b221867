import { enc, equal, idBytes, instant } from './bytes.ts';
import { verify, type Identity } from './ed25519.ts';
import { isWithin, type Verified } from './trust.ts';

/**
 * What lets a session act for a person (design section 4, "A session"): the identity key names the session's Ed25519
 * key, the hash of the session's id, and from when (included) to when (excluded) it may sign.
 */
export type SessionCertificate = CertificateFacts & { signature: Uint8Array };

export type CertificateFacts = {
  deployment: string;
  person: string;
  statementDigest: Uint8Array;
  sessionIdHash: Uint8Array;
  sessionPublicKey: Uint8Array;
  notBefore: Date;
  expiry: Date;
};

/** Signs with the person's identity key, at hand only while the passphrase is. */
export function signCertificate(identity: Pick<Identity, 'sign'>, facts: CertificateFacts): SessionCertificate {
  return { ...facts, signature: identity.sign(certificateBytes(facts)) };
}

/** Whether the certificate was signed by the person of this verified statement, names it, and holds at this instant. */
export function verifyCertificate(certificate: SessionCertificate, verified: Verified, at: Date, check = verify): boolean {
  const { statement, digest, kind, keys } = verified;

  if (kind === 'office' || !isWithin(keys, at)) return false;
  if (certificate.deployment !== statement.deployment || certificate.person !== statement.person) return false;
  if (!equal(certificate.statementDigest, digest)) return false;
  if (!isWithin({ from: certificate.notBefore, to: certificate.expiry }, at)) return false;

  return check(statement.ed25519, certificateBytes(certificate), certificate.signature);
}

export function certificateBytes(certificate: CertificateFacts): Uint8Array {
  return enc(
    'session-cert', idBytes(certificate.deployment), idBytes(certificate.person), certificate.statementDigest,
    certificate.sessionIdHash, certificate.sessionPublicKey, instant(certificate.notBefore), instant(certificate.expiry),
  );
}
