import { listSchemes } from '../../people/list-schemes.ts';
import { registerScheme, registrableBy } from '../../people/register-scheme.ts';
import { Problem } from '../../problems.ts';
import { choice, line, localDay, optional, place } from '../asks.tsx';
import { formPage, type Asking } from '../form-page.tsx';
import { fr } from '../words/fr.ts';

const { asks } = fr.administration;

export const registerSchemeForm = formPage({
  name: 'dispositif',
  url: '/administration/dispositifs/:establishment',
  act: 'register-scheme',
  current: 'administration',
  back: () => '/administration/dispositifs',
  load: async ({ core, session, params }: Asking) => {
    const [schemes, theirs] = await Promise.all([listSchemes(core), registrableBy(core, session)]);
    const found = schemes.find(({ establishment }) => establishment === params['establishment'] && theirs.has(establishment));
    if (!found) throw new Problem('not-found');

    return { ...found, serving: schemes.filter(({ establishment, form, sharedWith }) => establishment !== found.establishment && form !== 'none' && sharedWith === null) };
  },
  about: ({ name }) => name,
  asks: ({ serving }) => ({
    form: choice({ ...asks.form, options: (['own', 'shared', 'none'] as const).map((value) => ({ value, label: fr.schemes.forms[value] })) }),
    sharedWith: optional(place({ ...asks.sharedWith, options: serving.map(({ establishment, name }) => ({ value: establishment, label: name })) })),
    function: optional(line(asks.function)),
    telephone: optional(line({ ...asks.telephone, limit: 30 })),
    email: optional(line({ ...asks.email, limit: 254 })),
    validFrom: localDay(asks.validFrom),
  }),
  starts: ({ form, sharedWith }) => ({ form, sharedWith: sharedWith?.establishment ?? '' }),
  isChecked: true,
  perform: ({ core, session }, { establishment }, { form, sharedWith = null, function: held, telephone = null, email = null, validFrom }) =>
    registerScheme(core, session, { establishment, form, sharedWith, contact: held === undefined ? null : { function: held, telephone, email }, validFrom }),
});
