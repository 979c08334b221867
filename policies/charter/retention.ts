import { addDays, addMonths, type LocalDate } from './calendar.ts';
import { settingDefaults, settingOn, type Setting, type SettingKey } from './settings.ts';
import type { ShredPurpose } from '../vocabulary.ts';

/** How long each group is kept, from which day, and what then happens to it. `shred` names the key that is destroyed. */
export type Retention = {
  what: string;
  shred: ShredPurpose | null;
  from: 'closure' | 'end-of-follow-up' | 'end-of-file' | 'last-saving';
  setting: SettingKey;
  then: 'destroy' | 'anonymise' | 'pseudonymise-then-destroy';
};

/** Default schedule (domain 6.3). No text states one [U]: every length is a setting [I], to agree with the archives service. */
export const retentionSchedule = {
  notes: { what: 'Own notes of a mediator', shred: 'notes', from: 'closure', setting: 'retention-notes', then: 'destroy' },
  workspace: {
    what: 'Exchanges, plans and drafts, committee papers, local conciliation',
    shred: 'workspace',
    from: 'closure',
    setting: 'retention-workspace',
    then: 'destroy',
  },
  file: {
    what: 'Identities, accounts, letters, signed agreement',
    shred: 'file',
    from: 'end-of-follow-up',
    setting: 'retention-file',
    then: 'destroy',
  },
  register: {
    what: 'Line of the register',
    shred: null,
    from: 'end-of-follow-up',
    setting: 'retention-file',
    then: 'anonymise',
  },
  'not-opened': {
    what: 'Refused, inadmissible or redirected request',
    shred: 'file',
    from: 'closure',
    setting: 'retention-not-opened',
    then: 'destroy',
  },
  draft: { what: 'Request being written, never filed', shred: null, from: 'last-saving', setting: 'retention-draft', then: 'destroy' },
  audit: {
    what: 'Audit trail, under a pseudonym of the case',
    shred: null,
    from: 'end-of-file',
    setting: 'retention-audit',
    then: 'pseudonymise-then-destroy',
  },
} as const satisfies Record<string, Retention>;

export type RetentionGroup = keyof typeof retentionSchedule;

/**
 * The last day a group is kept.
 * @param start local day of the event named by the group's `from`
 */
export function keptUntil(group: RetentionGroup, start: LocalDate, settings: readonly Setting[]): LocalDate {
  const key = retentionSchedule[group].setting;
  const value = settingOn(key, settings, start);
  const { unit } = settingDefaults[key];
  if (unit === 'days') return addDays(start, value);

  return addMonths(start, unit === 'years' ? value * 12 : value);
}
