import { concat, enc, idBytes, instant } from './bytes.ts';
import { verify, type Identity } from './ed25519.ts';

/** A signed deed that gives reach (design section 4, "Entitlement: a row never entitles"). */
export type Act = {
  id: string;
  /** The verb: `appoint`, `take-charge`, `convene`, `invite`... `policies/` says who may do which. */
  kind: string;
  caseId: string | null;
  /** Whom or what the act is about: an id, or for an invitation what `invitationSubject` gives. */
  subject: Uint8Array | null;
  compartment: string | null;
  previous: string | null;
  at: Date;
};

export function actBytes(deployment: string, act: Act): Uint8Array {
  return enc(
    'act', idBytes(deployment), idBytes(act.id), act.kind, act.caseId && idBytes(act.caseId), act.subject,
    act.compartment && idBytes(act.compartment), act.previous && idBytes(act.previous), instant(act.at),
  );
}

/** The subject of an invitation: the party's id and both public keys of the link (16 + 1,216 + 32 bytes). */
export function invitationSubject(party: string, xwingPublicKey: Uint8Array, ed25519PublicKey: Uint8Array): Uint8Array {
  return concat(idBytes(party), xwingPublicKey, ed25519PublicKey);
}

/** A 64-byte signature by the author's session key. */
export function signAct(session: Pick<Identity, 'sign'>, deployment: string, act: Act): Uint8Array {
  return session.sign(actBytes(deployment, act));
}

/** Whether this session key signed this act; who may is for `policies/`, whose key it is for the certificate. */
export function verifyAct(sessionPublicKey: Uint8Array, deployment: string, act: Act, signature: Uint8Array, check = verify): boolean {
  return check(sessionPublicKey, actBytes(deployment, act), signature);
}
