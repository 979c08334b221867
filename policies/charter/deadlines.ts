import { addDays, addMonths, endOfLocalDay, localDate, type LocalDate } from './calendar.ts';
import { settingDefaults, settingOn, type Setting, type SettingKey } from './settings.ts';
import type { EvidenceMark } from './words.ts';

/** `start` names the event a clock runs from. `atMost` caps a setting by a length of law. */
type Counting = { start: string } & (
  | { days: number; mark: EvidenceMark; source: string }
  | { months: number; mark: EvidenceMark; source: string }
  | { setting: SettingKey; atMost?: number }
);

/**
 * Every clock of the scheme (domain 9.4). A due date warns and shows; a person closes: late is not void [I].
 * Lengths of law stand here as numbers; the others are settings.
 */
export const deadlineRules = {
  acknowledgement: { start: 'receipt', days: 8, mark: 'L', source: 'D art. 6, art. 10; calendar days [I]' },
  'notice-reflection': { start: 'receipt', setting: 'notice-reflection', atMost: 8 },
  notices: { start: 'receipt', days: 8, mark: 'L', source: 'D art. 6: told when acknowledged; never after day 8 [I]' },
  'committee-examination': { start: 'convening', setting: 'committee-examination' },
  'consent-answer': { start: 'request for consent', setting: 'consent-answer' },
  challenge: { start: 'designation', setting: 'challenge' },
  agreement: { start: 'last consent', months: 3, mark: 'L', source: 'D art. 13; the last of the consents [I]' },
  'follow-up-first': { start: 'agreement', setting: 'follow-up-first' },
  'follow-up-second': { start: 'agreement', setting: 'follow-up-second' },
  'follow-up-third': { start: 'agreement', setting: 'follow-up-third' },
  'referral-answer': { start: 'referral', setting: 'referral-answer' },
  'call-up-answer': { start: 'call-up', setting: 'call-up-answer' },
  'local-proposal': { start: 'receipt', setting: 'local-proposal' },
  'local-conciliation': { start: 'last consent', setting: 'local-conciliation' },
} as const satisfies Record<string, Counting>;

export type DeadlineRule = keyof typeof deadlineRules;

/** `dueOn` is a local day; `dueAt` is its last millisecond as an instant: late means after it. */
export type Deadline = { rule: DeadlineRule; dueOn: LocalDate; dueAt: Date };

/**
 * When something is due. Days are calendar days, counted from the day after the start; months end on the same day of the
 * month, or on its last day where it is shorter.
 * @param start the instant of the starting event (see the rule)
 * @param zone IANA time zone of the establishment; only `dueOn` and `dueAt` need storing
 * @param settings the administration's values; the one in force on the start day counts
 * @throws RangeError for an unknown zone
 */
export function deadline(rule: DeadlineRule, start: Date, zone: string, settings: readonly Setting[]): Deadline {
  const startedOn = localDate(start, zone);
  const dueOn = add(startedOn, lengthOf(deadlineRules[rule], settings, startedOn));

  return { rule, dueOn, dueAt: endOfLocalDay(dueOn, zone) };
}

/** The evidence of a rule, for pages: its mark and its source. */
export function evidenceOf(rule: DeadlineRule): { mark: EvidenceMark; source: string } {
  const clock: Counting = deadlineRules[rule];
  const { mark, source } = 'setting' in clock ? settingDefaults[clock.setting] : clock;

  return { mark, source };
}

/** T0, the start of the three months: the last of the consents [I], or nothing while one is missing. D art. 13 [L]. */
export function lastConsent(consents: readonly (Date | null)[]): Date | null {
  const given = consents.filter((one) => one !== null);
  if (given.length === 0 || given.length < consents.length) return null;

  return new Date(Math.max(...given.map(Number)));
}

type Length = { days: number } | { months: number };

function lengthOf(clock: Counting, settings: readonly Setting[], on: LocalDate): Length {
  if ('days' in clock) return { days: clock.days };
  if ('months' in clock) return { months: clock.months };

  return settingLength(clock.setting, settings, on, clock.atMost);
}

function settingLength(key: SettingKey, settings: readonly Setting[], on: LocalDate, atMost = Infinity): Length {
  const value = Math.min(settingOn(key, settings, on), atMost);
  const { unit } = settingDefaults[key];
  if (unit === 'years') return { months: value * 12 };

  return unit === 'months' ? { months: value } : { days: value };
}

function add(date: LocalDate, length: Length): LocalDate {
  return 'days' in length ? addDays(date, length.days) : addMonths(date, length.months);
}
