import { concat, enc, equal, idBytes, instant, sha256 } from './bytes.ts';
import { verify, type Identity } from './ed25519.ts';
import { verifyAcceptance, type Acceptance } from './invitation.ts';
import { openWith, sealTo, type Sealed } from './seal.ts';

export const recipientKinds = ['person', 'office', 'invitation'] as const;

/** What a grant says in clear; all of it is HPKE's `info`, so a grant opens only as what it was given for. */
export type GrantFacts = {
  deployment: string;
  caseId: string;
  compartment: string;
  epoch: number;
  recipient: { kind: (typeof recipientKinds)[number]; id: string };
  grantor: string;
  act: string | null;
  createdAt: Date;
  expiresAt: Date | null;
};

/** One compartment key of one epoch, sealed to one recipient and signed by the grantor's session (design section 4). */
export type Grant = GrantFacts & Sealed & { signature: Uint8Array; acceptance: Acceptance | null };

export type Recipient = GrantFacts & { publicKey: Uint8Array; acceptance?: Acceptance };

/** What the caller has verified before believing a grant. `accepted` is due when it was re-sealed from an invitation. */
export type GrantProof = {
  sessionPublicKey: Uint8Array;
  at: Date;
  accepted?: { invitationPublicKey: Uint8Array; invitation: string; statementDigest: Uint8Array };
};

/** Seals one compartment key (32 bytes) to several recipients, in one batch off the event loop. */
export async function sealGrants(session: Pick<Identity, 'sign'>, key: Uint8Array, recipients: Recipient[]): Promise<Grant[]> {
  return sealEachGrant(session, recipients.map((recipient) => ({ key, recipient })));
}

/** The same for several keys at once, as when one person receives many compartments. */
export async function sealEachGrant(
  session: Pick<Identity, 'sign'>, jobs: { key: Uint8Array; recipient: Recipient }[],
): Promise<Grant[]> {
  const sealed = await sealTo(jobs.map(({ key, recipient }) => ({
    publicKey: recipient.publicKey, info: grantInfo(recipient), plaintext: key,
  })));

  return jobs.map(({ recipient }, place) => sign(session, recipient, at(sealed, place)));
}

/** Whether the grant is signed by this session, has not expired and, if it comes from an invitation, carries its acceptance. */
export function verifyGrant(grant: Grant, proof: GrantProof): boolean {
  if (grant.expiresAt && proof.at >= grant.expiresAt) return false;
  if (!isAcceptedAsDue(grant, proof)) return false;

  return verify(proof.sessionPublicKey, grantDigest(grantInfo(grant), grant), grant.signature);
}

/** The compartment key. Throws SealError when the private key is not the recipient's or any fact of the grant was changed. */
export async function openGrant(privateKey: Uint8Array, grant: Grant): Promise<Uint8Array> {
  return at(await openGrants(privateKey, [grant]), 0);
}

/** The compartment keys, in order, opened in one batch off the event loop; one that does not open refuses the batch. */
export async function openGrants(privateKey: Uint8Array, grants: Grant[]): Promise<Uint8Array[]> {
  return openWith(privateKey, grants.map((grant) => ({
    sealed: { enc: grant.enc, ciphertext: grant.ciphertext }, info: grantInfo(grant),
  })));
}

export function grantInfo(grant: GrantFacts): Uint8Array {
  return enc(
    'grant', idBytes(grant.deployment), idBytes(grant.caseId), idBytes(grant.compartment), grant.epoch,
    grant.recipient.kind, idBytes(grant.recipient.id), idBytes(grant.grantor), grant.act && idBytes(grant.act),
    instant(grant.createdAt), grant.expiresAt && instant(grant.expiresAt),
  );
}

function sign(session: Pick<Identity, 'sign'>, recipient: Recipient, sealed: Sealed): Grant {
  const { publicKey: _, acceptance = null, ...facts } = recipient;

  return { ...facts, ...sealed, acceptance, signature: session.sign(grantDigest(grantInfo(facts), sealed)) };
}

function grantDigest(info: Uint8Array, sealed: Sealed): Uint8Array {
  return sha256(concat(info, sealed.enc, sealed.ciphertext));
}

function isAcceptedAsDue({ deployment, acceptance }: Grant, { accepted }: GrantProof): boolean {
  if (!acceptance || !accepted) return !acceptance && !accepted;
  if (acceptance.invitation !== accepted.invitation) return false;
  if (!equal(acceptance.statementDigest, accepted.statementDigest)) return false;

  return verifyAcceptance(accepted.invitationPublicKey, deployment, acceptance);
}

function at<T>(list: readonly T[], place: number): T {
  const value = list[place];
  if (value === undefined) throw new RangeError('fewer results than jobs');

  return value;
}
