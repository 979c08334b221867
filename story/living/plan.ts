import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Purpose } from '../../policies/vocabulary.ts';
import type { At } from './calendar.ts';
import type { Aside } from './asides.ts';
import type { MediationOffice, OfficeName, OfficerName } from './offices.ts';
import type { Resident } from './resident.ts';
import type { Situation, SituationName } from './situations.ts';
import type { Staff } from './staff.ts';

/** How far a case has come today, in the order of its course. */
export const stages = ['received', 'acknowledged', 'notified', 'convened', 'declared', 'seated', 'advised', 'invited', 'answered', 'consented', 'designated', 'talking', 'met', 'proposed', 'signing', 'agreed', 'followed', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** Another way to end, once the stage before it is reached. */
export type Turn = 'redirected' | 'inadmissible' | 'settled' | 'withdrawn-request' | 'not-opened' | 'refused' | 'withdrawn' | 'ended' | 'partly';

export type Region = Exclude<MediationOffice, 'nation'>;

/** A request to a regional mediator, and what becomes of it. */
export type Plan = {
  office: Region;
  /** Days before today on which it was filed; the office works once a week. */
  daysAgo: number;
  situation: SituationName;
  purpose: Purpose;
  author: Staff;
  others: readonly Staff[];
  until: Stage;
  turn?: Turn;
  /** The national mediator is asked so many days ago; until `received` the answer is pending. */
  national?: { daysAgo: number; until: Stage };
  /** What was done about it this morning. */
  aside?: Aside;
};

/** What every thread of the territory is given. */
export type World = { at: At; officer: (name: OfficerName) => Resident; staff: (one: Staff) => Resident; dateOf: (day: number) => LocalDate; offices: Readonly<Record<OfficeName, string>> };

/** A case that was lived, as the printed page tells of it. */
export type Lived = { case: string; reference: string; plan?: Plan; invitation?: Invited & { to: string } };
export type Invited = { link: string; path: string; code: string };

/** One office's handling of a situation. `day`: the one on which it was received, counted from today. */
export type Handling = {
  world: World;
  office: MediationOffice;
  path: string;
  day: number;
  texts: Situation;
  purpose: Purpose;
  author: Resident;
  others: readonly Resident[];
  turn?: Turn;
  goesTo: (stage: Stage) => boolean;
};

/** Days from receipt to each visit of the office: the fewer there are, the less often somebody signs in. */
export const lag = { intake: 7, declaration: 14, sitting: 21, answers: 28, talk: 42, plenary: 56, proposal: 77, signature: 84, evaluation: 182 } as const;

export function reaches(until: Stage): (stage: Stage) => boolean {
  return (stage) => stages.indexOf(until) >= stages.indexOf(stage);
}
