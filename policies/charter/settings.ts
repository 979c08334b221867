import type { LocalDate } from './calendar.ts';
import type { EvidenceMark } from './words.ts';

export type SettingUnit = 'days' | 'months' | 'years' | 'percent' | 'members' | 'megabytes';
export type SettingDefault = { value: number; unit: SettingUnit; mark: EvidenceMark; source: string };

/** Everything no text settles: a default each, shown with its mark on the administration page. Rules of law are not here. */
export const settingDefaults = {
  'notice-reflection': { value: 3, unit: 'days', mark: 'I', source: 'Time to withdraw before anybody is told' },
  'committee-examination': { value: 30, unit: 'days', mark: 'U', source: 'No time stated by D art. 6' },
  'consent-answer': { value: 15, unit: 'days', mark: 'U', source: 'No time stated by D art. 13 or Ch art. 9' },
  invitation: { value: 30, unit: 'days', mark: 'I', source: 'Time to answer a link; a new one replaces it' },
  'paper-receipt': { value: 90, unit: 'days', mark: 'I', source: 'How late a paper may be entered after its receipt' },
  'referral-proposal': { value: 30, unit: 'days', mark: 'I', source: 'Time for the second signature of D art. 6' },
  challenge: { value: 8, unit: 'days', mark: 'I', source: 'Ch art. 9 gives the right and no length' },
  'referral-answer': { value: 15, unit: 'days', mark: 'U', source: 'No time stated by D art. 10' },
  'call-up-answer': { value: 8, unit: 'days', mark: 'I', source: 'Keeps D art. 10: the regional mediator decides' },
  'follow-up-first': { value: 3, unit: 'months', mark: 'I', source: 'D art. 13 gives the duty and no date' },
  'follow-up-second': { value: 6, unit: 'months', mark: 'I', source: 'D art. 13 gives the duty and no date' },
  'follow-up-third': { value: 12, unit: 'months', mark: 'I', source: 'D art. 13 gives the duty and no date' },
  'local-proposal': { value: 15, unit: 'days', mark: 'U', source: 'No statutory time found; N22 asks for quick handling' },
  'local-conciliation': { value: 2, unit: 'months', mark: 'U', source: 'No statutory time found; N22 asks for quick handling' },
  'quorum-percent': { value: 50, unit: 'percent', mark: 'I', source: 'Half the members in office, rounded up; rules of the body' },
  'quorum-floor': { value: 2, unit: 'members', mark: 'I', source: 'A sealed ballot needs two' },
  'document-size': { value: 20, unit: 'megabytes', mark: 'I', source: 'No size stated; what a hospital workstation sends in a minute' },
  'documents-total': { value: 200, unit: 'megabytes', mark: 'I', source: 'What one person may leave in one case; a disk is everybody’s' },
  'retention-notes': { value: 30, unit: 'days', mark: 'I', source: 'GDPR art. 5; no time stated by the decree' },
  'retention-workspace': { value: 6, unit: 'months', mark: 'I', source: 'GDPR art. 5; no time stated by the decree' },
  'retention-file': { value: 5, unit: 'years', mark: 'I', source: 'Logic of court time limits' },
  'retention-not-opened': { value: 1, unit: 'years', mark: 'I', source: 'GDPR art. 5; no time stated by the decree' },
  'retention-draft': { value: 3, unit: 'months', mark: 'I', source: 'GDPR art. 5; announced on the page, counted from the last saving' },
  'retention-audit': { value: 5, unit: 'years', mark: 'I', source: 'Longer than the case, under a pseudonym' },
} as const satisfies Record<string, SettingDefault>;

export type SettingKey = keyof typeof settingDefaults;

/** A dated value decided by an administration, in place of the default; the latest one in force counts. */
export type Setting = { key: string; validFrom: LocalDate; value: unknown };

/**
 * The value of a setting on a day, in the unit `settingDefaults` gives.
 * @throws TypeError if the value in force is not a whole number from zero up
 */
export function settingOn(key: SettingKey, settings: readonly Setting[], date: LocalDate): number {
  const inForce = settings.filter((one) => one.key === key && one.validFrom <= date).sort(latestFirst)[0];
  if (!inForce) return settingDefaults[key].value;
  if (!isWhole(inForce.value)) throw new TypeError(`setting ${key} is not a whole number`);

  return inForce.value;
}

/** The key of a setting of this service, or undefined. */
export function settingKey(text: string): SettingKey | undefined {
  return Object.hasOwn(settingDefaults, text) ? (text as SettingKey) : undefined;
}

/** What an administration may decide, in each unit: beyond it a value is a slip of the hand. */
const bounds: Record<SettingUnit, readonly [number, number]> = { days: [0, 365], months: [1, 36], years: [1, 50], percent: [1, 100], members: [2, 20], megabytes: [1, 200] };

/** Whether a value may be decided: a whole number, within what its unit allows. */
export function isSettingValue(key: SettingKey, value: number): boolean {
  const [least, most] = bounds[settingDefaults[key].unit];

  return isWhole(value) && value >= least && value <= most;
}

function latestFirst(one: Setting, other: Setting): number {
  return one.validFrom > other.validFrom ? -1 : 1;
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}
