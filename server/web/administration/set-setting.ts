import { ownRoles } from '../../people/own-roles.ts';
import { setSetting } from '../../people/set-setting.ts';
import { listSettings } from '../../people/settings.ts';
import { Problem } from '../../problems.ts';
import { line, localDay, type Ask } from '../asks.tsx';
import { formPage, type Asking } from '../form-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.administration;

export const setSettingForm = formPage({
  name: 'reglage',
  url: '/administration/reglages/:key',
  act: 'set-setting',
  current: 'administration',
  back: () => '/administration/reglages',
  load: async ({ core, session, params }: Asking) => {
    const isAdministrator = (await ownRoles(core, session)).some(({ role }) => role === 'administrator');
    const found = (await listSettings(core)).find(({ key }) => key === params['key']);
    if (!found || !isAdministrator) throw new Problem('not-found');

    return found;
  },
  about: ({ key }) => words.settings[key],
  asks: ({ unit }) => ({ value: wholeNumber(words.asks.value(words.units[unit])), validFrom: localDay(words.asks.validFrom) }),
  starts: ({ value }) => ({ value: String(value) }),
  isChecked: true,
  perform: ({ core, session }, { key }, { value, validFrom }) => setSetting(core, session, { key, value, validFrom }),
});

function wholeNumber(label: string): Ask<number> {
  const typed = line({ label, limit: 5 });

  return {
    ...typed,
    read: (name, values) => (/^\d{1,5}$/.test((values[name] ?? '').trim()) ? { value: Number(values[name]) } : { error: words.asks.wholeNumber }),
    recall: (value) => String(value),
  };
}
