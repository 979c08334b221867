import { enc, idBytes } from './bytes.ts';
import { verify, type Identity } from './ed25519.ts';

/** The evidence of a local attempt and nothing more (domain 2.2): days are local to the establishment, `YYYY-MM-DD`. */
export type Attestation = { establishment: string; form: string; from: string; to: string; outcome: string; role: string };

/** A 64-byte signature by the session of whoever attests. */
export function signAttestation(session: Pick<Identity, 'sign'>, deployment: string, attestation: Attestation): Uint8Array {
  return session.sign(attestationBytes(deployment, attestation));
}

/** Whether this session key attested this; whose key it is, and their role then, is for the certificate and its chain. */
export function verifyAttestation(sessionPublicKey: Uint8Array, deployment: string, attestation: Attestation, signature: Uint8Array): boolean {
  return verify(sessionPublicKey, attestationBytes(deployment, attestation), signature);
}

function attestationBytes(deployment: string, { establishment, form, from, to, outcome, role }: Attestation): Uint8Array {
  return enc('attestation', idBytes(deployment), idBytes(establishment), form, from, to, outcome, role);
}
