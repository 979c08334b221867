import { eq } from 'drizzle-orm';
import { request } from '../../db/schema/index.ts';
import type { PriorStepFinding } from '../../policies/charter/prior-step.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { askingParties, missingLetters, writeLetters } from './letters.ts';
import { hasAttestation } from './prior-step.ts';

/** `reasons` go to the requester's letters; an attestation needs none. */
export type PriorStepReview = { finding: PriorStepFinding; reasons?: string };

/**
 * The mediator checks that a local attempt was made before a mediation opens (Ch 9, 10 [C]): attested, believed on the
 * requester's word, or waived where no local means were to be had or suited (domain 2.2 [I]). A later finding replaces it.
 * @throws Problem `not-found`, `wrong-state`, `reasons-missing`, `prior-step-missing` when no attestation is attached
 */
export async function reviewPriorStep(core: Core, session: Session, caseId: string, { finding, reasons = '' }: PriorStepReview): Promise<{ finding: PriorStepFinding }> {
  const isTold = reasons.trim() !== '';

  return performDeed(core, session, caseId, {
    act: 'review-prior-step',
    guards: async () => ({ 'reasons-given': finding === 'attested' || isTold }),
    creates: (view) => (isTold ? missingLetters(view, askingParties(view)) : []),
    change: async ({ tx, view, now, write, note }) => {
      if (finding === 'attested' && !(await hasAttestation(tx, caseId))) throw new Problem('prior-step-missing');
      if (isTold) await writeLetters({ view, write }, 'prior-step', reasons, askingParties(view));
      await tx.update(request).set({ priorStepFound: finding, priorStepFoundAt: now }).where(eq(request.caseId, caseId));
      note({ finding });

      return { finding };
    },
  });
}
