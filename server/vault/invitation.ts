import { randomBytes } from 'node:crypto';
import { enc, idBytes, sha256 } from './bytes.ts';
import { identityFrom, verify, type Identity } from './ed25519.ts';
import { hkdf } from './hkdf.ts';
import { keyPairFrom, type SealKeyPair } from './seal.ts';

export type InvitationKeys = {
  xwing: SealKeyPair;
  identity: Identity;
};

/** The invitation's key says: these grants now belong to the person of this key statement. */
export type Acceptance = { invitation: string; statementDigest: Uint8Array; signature: Uint8Array };

/** 160 random bits, which only the link holds (design section 4, "invitation"). */
export function newLinkSecret(): Uint8Array {
  return randomBytes(20);
}

/** The two pairs of a link: X-Wing receives the expiring grants, Ed25519 signs the answer. */
export async function invitationKeys(secret: Uint8Array): Promise<InvitationKeys> {
  return {
    xwing: await keyPairFrom(hkdf(secret, new Uint8Array(0), 'invitation-xwing', 32)),
    identity: identityFrom(hkdf(secret, new Uint8Array(0), 'invitation-identity', 32)),
  };
}

/** SHA-256 by which the database finds the invitation of a link, without being able to open it. */
export function linkHash(secret: Uint8Array): Uint8Array {
  return sha256(enc('link', secret));
}

/** Signs, with the invitation's key, that the person of this statement takes the invitation up. */
export function signAcceptance(
  invitationIdentity: Pick<Identity, 'sign'>, deployment: string, invitation: string, statementDigest: Uint8Array,
): Acceptance {
  return { invitation, statementDigest, signature: invitationIdentity.sign(acceptBytes(deployment, invitation, statementDigest)) };
}

/** Whether the invitation's key, named by the mediator's signed act, signed this acceptance. */
export function verifyAcceptance(invitationPublicKey: Uint8Array, deployment: string, acceptance: Acceptance): boolean {
  const { invitation, statementDigest, signature } = acceptance;

  return verify(invitationPublicKey, acceptBytes(deployment, invitation, statementDigest), signature);
}

/** Signs, with the invitation's key, that whoever holds the link declines: no account and no name. */
export function signDecline(invitationIdentity: Pick<Identity, 'sign'>, deployment: string, invitation: string): Uint8Array {
  return invitationIdentity.sign(enc('decline', idBytes(deployment), idBytes(invitation)));
}

/** Whether the invitation's key declined. */
export function verifyDecline(invitationPublicKey: Uint8Array, deployment: string, invitation: string, signature: Uint8Array): boolean {
  return verify(invitationPublicKey, enc('decline', idBytes(deployment), idBytes(invitation)), signature);
}

function acceptBytes(deployment: string, invitation: string, statementDigest: Uint8Array): Uint8Array {
  return enc('accept', idBytes(deployment), idBytes(invitation), statementDigest);
}
