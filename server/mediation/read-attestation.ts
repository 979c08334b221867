import type { Core, Session } from '../core.ts';
import { attestationItem, type SignedAttestation } from './attest.ts';
import { reveal } from './reveal.ts';

/**
 * The attestation of a conciliation for whoever runs it, from the account of one party; nothing else of it is opened.
 * @returns undefined before it is given
 * @throws Problem `not-found` when the case does not exist for them
 */
export async function readAttestation(core: Core, session: Session, caseId: string): Promise<SignedAttestation | undefined> {
  const item = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => attestationItem(tx, caseId));
  if (!item) return undefined;
  const [read] = await reveal(core, session, caseId, [{ kind: 'account', item }]);

  return read && (JSON.parse(read.text) as SignedAttestation);
}
