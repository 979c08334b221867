import { concat, enc, idBytes, sha256 } from './bytes.ts';
import { verify, type Identity } from './ed25519.ts';
import { open, seal } from './envelope.ts';

/** Whose ring, and which compartment and epoch the wrapped key is for. */
export type RingFacts = { deployment: string; person: string; caseId: string; compartment: string; epoch: number };

/**
 * Re-wraps a compartment key under its reader's ring key, so that later reads cost microseconds (design section 4,
 * "A case"). The envelope's context names the person and the place, so rows cannot be exchanged.
 */
export function sealRing(ringKey: Uint8Array, facts: RingFacts, compartmentKey: Uint8Array): Uint8Array {
  return seal(ringKey, ringContext(facts), compartmentKey);
}

/** The compartment key; throws EnvelopeError when the ring key or any fact is another. */
export function openRing(ringKey: Uint8Array, facts: RingFacts, sealed: Uint8Array): Uint8Array {
  return open(ringKey, ringContext(facts), sealed);
}

/** Signs the author's own access with their session key: this row then stands as a grant does. */
export function signRing(session: Pick<Identity, 'sign'>, facts: RingFacts, sealed: Uint8Array): Uint8Array {
  return session.sign(ringDigest(facts, sealed));
}

export function verifyRing(sessionPublicKey: Uint8Array, facts: RingFacts, sealed: Uint8Array, signature: Uint8Array): boolean {
  return verify(sessionPublicKey, ringDigest(facts, sealed), signature);
}

function ringDigest(facts: RingFacts, sealed: Uint8Array): Uint8Array {
  return sha256(concat(ringContext(facts), sealed));
}

function ringContext({ deployment, person, caseId, compartment, epoch }: RingFacts): Uint8Array {
  return enc('ring', idBytes(deployment), idBytes(person), idBytes(caseId), idBytes(compartment), epoch);
}
