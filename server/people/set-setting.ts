import { setting } from '../../db/schema/index.ts';
import { localDate, type LocalDate } from '../../policies/charter/calendar.ts';
import { isSettingValue, settingDefaults, settingKey, type SettingKey } from '../../policies/charter/settings.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { databaseCode, Problem } from '../problems.ts';
import { rolesInForce } from './offices/mandates.ts';
import { refusing } from './offices/refusal.ts';
import { settingZone } from './settings.ts';

export type NewSetting = { key: string; value: number; validFrom: LocalDate };

/**
 * An administrator decides a setting from a day on, today at the earliest: what was computed before stands. The mark and
 * the source stay those of the rule, since a decision settles a value and no law.
 * @throws Problem `not-found` for anybody else, `invalid-body`, `acted-first` for a day already decided
 */
export async function setSetting(core: Core, session: Session, { key: named, value, validFrom }: NewSetting): Promise<NewSetting> {
  return refusing(core, session, 'set-setting', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
      if (!(await rolesInForce(tx, core.secrets, now, session.person)).includes('administrator')) throw new Problem('not-found');
      const key = requireSetting(named, value);
      if (validFrom < localDate(now, settingZone)) throw invalid('validFrom', 'Donnez un jour qui ne soit pas passé : ce qui a été calculé demeure.');

      const { mark, source } = settingDefaults[key];
      await tx.insert(setting).values({ key, validFrom, value, mark, source, setBy: session.person, setAt: now }).catch(tellTaken);
      await core.journal.append(tx, {
        event: 'deed', act: 'set-setting', actor: { kind: 'person', person: session.person, role: 'administrator' }, subject: { setting: key }, detail: { value, from: validFrom }, signer: signerOf(session),
      });

      return { key, value, validFrom };
    }),
  );
}

function requireSetting(named: string, value: number): SettingKey {
  const key = settingKey(named);
  if (!key) throw invalid('key', 'Choisissez un réglage de la liste.');
  if (!isSettingValue(key, value)) throw invalid('value', 'Donnez un nombre entier, dans ce que son unité permet.');

  return key;
}

function invalid(field: string, message: string): Problem {
  return new Problem('invalid-body', { errors: [{ field, message }] });
}

function tellTaken(error: unknown): never {
  throw databaseCode(error) === '23505' ? new Problem('acted-first') : error;
}
