import type { LocalDate } from './calendar.ts';
import type { PriorStepForm, PriorStepOutcome } from './words.ts';

/** What shows that the local means were tried, and no content of what was said [I]. `outcome: null` while it goes on. */
export type PriorStep = {
  form: PriorStepForm;
  startedOn: LocalDate;
  endedOn: LocalDate | null;
  outcome: PriorStepOutcome | null;
};

export type PriorStepFound =
  | { ok: true; by: 'evidence' | 'waiver' }
  | { ok: false; why: 'prior-step-evidenced-or-waived'; waiverPossible: boolean };

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
