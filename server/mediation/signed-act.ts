import type { Act } from '../../policies/lifecycle.ts';
import type { ReachActKind } from '../../policies/signers.ts';
import type { Core, Session } from '../core.ts';
import { signAct } from '../vault/act.ts';
import type { ActRow } from './keys/view.ts';

/** A signed act that gives reach: what it is about (policies/signers). Its id is made here. */
export type SignedAct = { id: string; kind: ReachActKind | Act; subject: Uint8Array | null; previous?: string | null };

/** The row of an act, signed by the session. */
export function actRow(core: Core, session: Session, caseId: string | null, { id, kind, subject, previous = null }: Omit<SignedAct, 'kind'> & { kind: string }, at: Date): ActRow {
  const signature = signAct(session, core.secrets.deployment.id, { id, kind, caseId, subject, compartment: null, previous, at });

  return { id, kind, caseId, subject, compartmentId: null, previousId: previous, at, authorId: session.person, certificateId: session.certificate, signature };
}
