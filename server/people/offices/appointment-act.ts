import type { Tx } from '../../../db/client.ts';
import { act } from '../../../db/schema/index.ts';
import type { Core, Session } from '../../core.ts';
import { signAct, type Act } from '../../vault/act.ts';
import { enc, idBytes, instant, sha256 } from '../../vault/bytes.ts';
import type { MandateRow } from './mandates.ts';

/** The facts of a mandate that whoever proposes it answers for. */
export type Proposed = Pick<MandateRow, 'id' | 'personId' | 'officeId' | 'role' | 'certified' | 'gender' | 'establishmentId' | 'validFrom' | 'validTo'>;

/** The subject of an `appoint` act: 32 bytes that change with any fact of the proposal. The act bears the mandate's id. */
export function appointmentSubject(deployment: string, proposed: Proposed): Uint8Array {
  return sha256(enc(
    'appointment', idBytes(deployment), idBytes(proposed.id), idBytes(proposed.personId), idBytes(proposed.officeId), proposed.role,
    proposed.certified ? 1 : 0, proposed.gender, proposed.establishmentId && idBytes(proposed.establishmentId),
    instant(proposed.validFrom), instant(proposed.validTo),
  ));
}

/** Signs an act about a mandate with the session's key, and stores it. */
export async function storeAct(tx: Tx, core: Core, session: Session, given: Pick<Act, 'id' | 'kind' | 'subject' | 'previous' | 'at'>): Promise<void> {
  const signed: Act = { ...given, caseId: null, compartment: null };

  await tx.insert(act).values({
    id: signed.id, kind: signed.kind, caseId: null, subject: signed.subject, compartmentId: null, previousId: signed.previous, at: signed.at,
    authorId: session.person, certificateId: session.certificate, signature: signAct(session, core.secrets.deployment.id, signed),
  });
}
