import { asc } from 'drizzle-orm';
import { setting } from '../../db/schema/index.ts';
import { localDate } from '../../policies/charter/calendar.ts';
import { settingDefaults, settingOn, type SettingKey } from '../../policies/charter/settings.ts';
import type { Core } from '../core.ts';

/** Settings change at midnight in Paris, where the administration sits. */
export const settingZone = 'Europe/Paris';

/** What no text settles: the value in force with its unit, its mark and its source, and the values decided for later. */
export async function listSettings(core: Core) {
  const rows = await core.database.withActor({ kind: 'visitor' }, (tx) => tx.select().from(setting).orderBy(asc(setting.validFrom)));
  const today = localDate(core.clock(), settingZone);

  return (Object.keys(settingDefaults) as SettingKey[]).map((key) => {
    const { unit, mark, source } = settingDefaults[key];
    const own = rows.filter((row) => row.key === key);
    const inForce = own.filter(({ validFrom }) => validFrom <= today).at(-1);

    return {
      key, value: settingOn(key, own, today), unit, mark, source, isDecided: inForce?.setBy != null, validFrom: inForce?.validFrom ?? null,
      later: own.filter(({ validFrom }) => validFrom > today).map(({ validFrom }) => ({ validFrom, value: settingOn(key, own, validFrom) })),
    };
  });
}
