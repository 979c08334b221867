import { enc, idBytes } from './bytes.ts';
import { identityFrom, verify, type Identity } from './ed25519.ts';
import { hkdf } from './hkdf.ts';
import { keyPairFrom, type SealKeyPair } from './seal.ts';

export type RootKeys = {
  identity: Identity;
  xwing: SealKeyPair;
};

/** The server's enrolment key (raw Ed25519, 32 bytes) and root's signature (64 bytes) that delegates `self` to it. */
export type Enrolment = { publicKey: Uint8Array; signature: Uint8Array };

/** The two keys of root, from its 32-byte seed (design section 4): Ed25519 signs, X-Wing receives the first journals. */
export async function rootKeys(seed: Uint8Array): Promise<RootKeys> {
  return {
    identity: identityFrom(hkdf(seed, new Uint8Array(0), 'root-identity', 32)),
    xwing: await keyPairFrom(hkdf(seed, new Uint8Array(0), 'root-xwing', 32)),
  };
}

/** Root delegates the signing of `self` statements, and of nothing else, to the enrolment key of one deployment. */
export function delegateEnrolment(root: RootKeys, deployment: string, publicKey: Uint8Array): Enrolment {
  return { publicKey, signature: root.identity.sign(enrolmentBytes(deployment, publicKey)) };
}

/** Whether root, known by its pinned Ed25519 public key, delegated to this enrolment key in this deployment. */
export function verifyEnrolment(rootPublicKey: Uint8Array, deployment: string, enrolment: Enrolment, check = verify): boolean {
  return check(rootPublicKey, enrolmentBytes(deployment, enrolment.publicKey), enrolment.signature);
}

function enrolmentBytes(deployment: string, publicKey: Uint8Array): Uint8Array {
  return enc('enrolment', idBytes(deployment), publicKey);
}
