import type { LocalDate } from './calendar.ts';
import type { Exclusion, Purpose } from './words.ts';

/** Where somebody works or, as a student, has their placement. */
export const workplaces = ['public-health', 'public-medico-social', 'public-social', 'private', 'self-employed'] as const;
export type Workplace = (typeof workplaces)[number];

export const standingsInEstablishment = ['staff', 'student-on-placement', 'student-elsewhere', 'patient-or-family'] as const;
export type StandingInEstablishment = (typeof standingsInEstablishment)[number];

export type ScopeAnswers = { workplace: Workplace; standing: StandingInEstablishment };

/** Where a person out of scope is sent instead; each a different scheme, easily confused with this one [O]. */
export type Orientation = 'users-commission' | 'private-employer-routes' | 'ambulatory-routes' | 'school';

export type PersonInScope = { ok: true } | { ok: false; why: 'person-in-scope'; orientation: Orientation };

/**
 * Guard G2, D art. 2 [L]: staff of public health, social and medico-social establishments whatever their status, and since
 * 2023 students of the health professions while on placement there.
 */
export function personInScope(person: ScopeAnswers): PersonInScope {
  const orientation = orientationFor(person);

  return orientation ? { ok: false, why: 'person-in-scope', orientation } : { ok: true };
}

/** What a party declares of an exclusion: since when, and until when for a procedure that is over. */
export type ExclusionDeclared = { exclusion: Exclusion; openedOn: LocalDate; closedOn: LocalDate | null };

export type NoOpenExclusion =
  | { ok: true }
  | { ok: false; why: 'no-open-exclusion'; exclusions: readonly Exclusion[]; mayReturn: boolean };

/**
 * Guard G3, D art. 2 [L]: what is pending on this dispute on that day. A procedure that is over excludes nothing: purpose 2
 * covers the return after a disciplinary suspension [I]. `mayReturn`: all of them can come to an end.
 */
export function noOpenExclusion(declared: readonly ExclusionDeclared[], on: LocalDate): NoOpenExclusion {
  const exclusions = declared.filter((one) => isPending(one, on)).map(({ exclusion }) => exclusion);
  if (exclusions.length === 0) return { ok: true };

  return { ok: false, why: 'no-open-exclusion', exclusions, mayReturn: exclusions.every((one) => procedures.has(one)) };
}

/** Guard G1, D art. 1 [L]: a dispute is between two or more; a return or prevention may concern one party alone. */
export function purposeSet(purpose: Purpose, partyCount: number): boolean {
  return partyCount >= (purpose === 'dispute' ? 2 : 1);
}

/**
 * Conditions of 2019 which the wording of 2023 dropped and official pages still print [O]: asked and recorded, they never
 * reject by themselves [I].
 */
export const situationQuestions = ['professional-relations', 'same-establishment-or-group', 'serious-harm-to-service'] as const;
export type SituationQuestion = (typeof situationQuestions)[number];

const procedures = new Set<Exclusion>(['rights-defender', 'disciplinary-procedure', 'professional-inadequacy']);

function orientationFor({ workplace, standing }: ScopeAnswers): Orientation | undefined {
  if (standing === 'patient-or-family') return 'users-commission';
  if (standing === 'student-elsewhere') return 'school';
  if (workplace === 'private') return 'private-employer-routes';
  if (workplace === 'self-employed') return 'ambulatory-routes';

  return undefined;
}

/** The day it closes, it excludes no longer. */
function isPending({ openedOn, closedOn }: ExclusionDeclared, on: LocalDate): boolean {
  return openedOn <= on && (closedOn === null || on < closedOn);
}
