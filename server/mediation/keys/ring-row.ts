import { sealRing, signRing } from '../../vault/ring.ts';
import type { Place, Planning } from './planning.ts';
import type { RingRow } from './unlock.ts';

/** The session's own copy of a key, sealed to its ring. */
export function ringRow({ deployment, session, view, at }: Planning, place: Place, key: Uint8Array, grantId: string | null): RingRow {
  const facts = { deployment, person: session.person, caseId: view.row.id, compartment: place.compartment.id, epoch: place.epoch.number };
  const sealed = sealRing(session.ringKey, facts, key);

  return {
    personId: session.person, epochId: place.epoch.id, caseId: view.row.id, compartmentId: place.compartment.id, grantId, sealed,
    certificateId: session.certificate, signature: signRing(session, facts, sealed), createdAt: at,
  };
}
