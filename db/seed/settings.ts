import { settingDefaults, type SettingKey } from '../../policies/charter/settings.ts';
import type { EvidenceMark } from '../../policies/charter/words.ts';

export type SettingRow = { key: SettingKey; validFrom: string; value: number; unit: string; mark: EvidenceMark; source: string };

/** The defaults of `policies/`, as rows in force since the Charter: what the administration page shows and changes. */
export const settings: readonly SettingRow[] = Object.entries(settingDefaults).map(([key, one]) => ({
  ...one,
  key: key as SettingKey,
  validFrom: '2019-09-05',
}));
