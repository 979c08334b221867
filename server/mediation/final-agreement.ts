import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { agreementSignature } from '../../db/schema/index.ts';
import type { CaseView } from './keys/view.ts';
import { acceptedParties } from './letters.ts';
import { latestAgreement } from './propose-agreement.ts';

export type Final = { id: string; itemId: string; isPartial: boolean; signedAt: Date; isSignedByAll: boolean };

/** The last final agreement; signed by all when each party somebody stands for, and who has not left, has signed it (guard G16). */
export async function finalAgreement(tx: Tx, view: CaseView): Promise<Final | undefined> {
  const last = await latestAgreement(tx, view.row.id);
  if (!last) return undefined;

  const signatures = await tx.select({ party: agreementSignature.partyId, at: agreementSignature.at }).from(agreementSignature).where(eq(agreementSignature.agreementId, last.id));
  const parties = acceptedParties(view);
  const signed = new Set(signatures.map(({ party }) => party));

  return {
    id: last.id, itemId: last.itemId, isPartial: last.isPartial, signedAt: new Date(Math.max(...signatures.map(({ at }) => at.getTime()))),
    isSignedByAll: parties.length > 0 && parties.every((party) => signed.has(party)),
  };
}
