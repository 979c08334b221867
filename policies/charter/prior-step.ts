import type { LocalDate } from './calendar.ts';
import type { PriorStepForm, PriorStepOutcome, Purpose } from './words.ts';

/** What shows that the local means were tried, and no content of what was said [I]. `outcome: null` while it goes on. */
export type PriorStep = {
  form: PriorStepForm;
  startedOn: LocalDate;
  endedOn: LocalDate | null;
  outcome: PriorStepOutcome | null;
};

/** What the mediator found of the prior step: shown by an attestation, believed, or waived as unavailable or unsuited (domain 2.2). */
export const priorStepFindings = ['attested', 'accepted', 'not_available', 'not_suitable'] as const;
export type PriorStepFinding = (typeof priorStepFindings)[number];

export type PriorStepFound =
  | { ok: true; by: 'evidence' | 'waiver' }
  | { ok: false; why: 'prior-step-evidenced-or-waived'; waiverPossible: boolean };

export type PriorStepFacts = { purpose: Purpose; isReferred: boolean; isAttested: boolean; finding: PriorStepFinding | null };

/**
 * Guard G4 of a decision to open: of a dispute only, and not again in a case referred from below, where it was checked. An
 * attestation counts by itself; else the mediator's finding, whose reasons the requester has read.
 */
export function isPriorStepSettled({ purpose, isReferred, isAttested, finding }: PriorStepFacts): boolean {
  return purpose !== 'dispute' || isReferred || isAttested || (finding !== null && finding !== 'attested');
}

/**
 * Guard G4, Ch art. 9 and 10 [C]: the mediator checks that a local attempt was made and did not succeed. Where none was
 * to be had, or none that suits, the mediator waives it with a recorded reason [I]. A practitioner may show the regional
 * commission (CRP) instead, and is never rejected for its absence [I].
 */
export function priorStepEvidencedOrWaived(steps: readonly PriorStep[], waivedWithReason: boolean): PriorStepFound {
  if (steps.some(({ outcome }) => outcome === 'failed' || outcome === 'refused_by_a_party')) return { ok: true, by: 'evidence' };

  const waiverPossible = steps.some(({ outcome }) => outcome === 'not_available' || outcome === 'not_suitable');
  if (waiverPossible && waivedWithReason) return { ok: true, by: 'waiver' };

  return { ok: false, why: 'prior-step-evidenced-or-waived', waiverPossible };
}
