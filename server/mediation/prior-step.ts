import { and, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { item, request } from '../../db/schema/index.ts';
import { isPriorStepSettled } from '../../policies/charter/prior-step.ts';
import type { CaseView } from './keys/view.ts';

/** Guard G4 (Ch 9, 10 [C]): what is known in clear of the prior step is enough; an attached attestation counts by itself. */
export async function hasPriorStep(tx: Tx, { row, referral }: CaseView): Promise<boolean> {
  const [[asked], isAttested] = await Promise.all([
    tx.select({ finding: request.priorStepFound }).from(request).where(eq(request.caseId, row.id)),
    hasAttestation(tx, row.id),
  ]);

  return isPriorStepSettled({ purpose: row.purpose, isReferred: referral !== null, isAttested, finding: asked?.finding ?? null });
}

/** Whether a party has attached the attestation of a local case: a copy names the ciphertext it was made from. */
export async function hasAttestation(tx: Tx, caseId: string): Promise<boolean> {
  const [attached] = await tx.select({ id: item.id }).from(item).where(and(eq(item.caseId, caseId), eq(item.kind, 'attestation'), isNotNull(item.sourceDigest))).limit(1);

  return attached !== undefined;
}
