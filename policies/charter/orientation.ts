import type { LocalDate } from './calendar.ts';
import { noOpenExclusion, personInScope, type Orientation, type ScopeAnswers } from './scope.ts';
import type { Exclusion, LocalScheme } from './words.ts';

/** Where one works, in the words of the first question. */
export const positions = ['staff', 'student', 'private', 'self-employed', 'patient-or-family'] as const;
export type Position = (typeof positions)[number];

export const localAttempts = ['tried', 'under-way', 'not-tried', 'no-scheme'] as const;
export type LocalAttempt = (typeof localAttempts)[number];

export const proceedings = ['none', 'disciplinary', 'rights-defender', 'court'] as const;
export type Proceeding = (typeof proceedings)[number];

export type OrientationAnswers = { position: Position; localAttempt: LocalAttempt; proceeding: Proceeding };

/**
 * Where one is sent before anything is written. It advises and never rejects: the mediator judges what is filed.
 * `none-declared`: the establishment has declared no local scheme, so the local step is skipped.
 */
export type Direction =
  | { to: 'mediation'; because: 'tried' | 'none-declared'; tellsCourt: boolean }
  | { to: 'local-first'; isUnderWay: boolean }
  | { to: 'other-body'; which: Orientation | Extract<Exclusion, 'disciplinary-procedure' | 'rights-defender'> };

/**
 * The three questions of the first page: in scope (D art. 2 [L]), no procedure pending on the dispute (D art. 2 [L]), local
 * means tried (Ch art. 9 [C]), in that order. A court seised is no exclusion: the mediator is told of it (Ch art. 9).
 * @param scheme what the directory says of the establishment, or null when it was not named
 * @param on local day
 */
export function orient({ position, localAttempt, proceeding }: OrientationAnswers, scheme: LocalScheme | null, on: LocalDate): Direction {
  const scope = personInScope(situations[position]);
  if (!scope.ok) return { to: 'other-body', which: scope.orientation };

  const exclusion = exclusions[proceeding];
  if (exclusion && !noOpenExclusion([{ exclusion, openedOn: on, closedOn: null }], on).ok) return { to: 'other-body', which: exclusion };

  const tellsCourt = proceeding === 'court';
  if (localAttempt === 'tried') return { to: 'mediation', because: 'tried', tellsCourt };
  if (localAttempt === 'no-scheme' || scheme === 'none') return { to: 'mediation', because: 'none-declared', tellsCourt };

  return { to: 'local-first', isUnderWay: localAttempt === 'under-way' };
}

/** The three kinds of public establishment are one for this question: whichever it is, the answer is the same. */
const situations: Record<Position, ScopeAnswers> = {
  staff: { workplace: 'public-health', standing: 'staff' },
  student: { workplace: 'public-health', standing: 'student-on-placement' },
  private: { workplace: 'private', standing: 'staff' },
  'self-employed': { workplace: 'self-employed', standing: 'staff' },
  'patient-or-family': { workplace: 'public-health', standing: 'patient-or-family' },
};

const exclusions: Partial<Record<Proceeding, 'disciplinary-procedure' | 'rights-defender'>> = {
  disciplinary: 'disciplinary-procedure',
  'rights-defender': 'rights-defender',
};
