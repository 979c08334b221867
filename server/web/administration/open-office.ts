import { openOffice, type NewOffice } from '../../people/offices/open-office.ts';
import { officeKinds, openablePlaces, type OfficeKind } from '../../people/offices/openable-places.ts';
import { Problem } from '../../problems.ts';
import { place } from '../asks.tsx';
import { formPage, type Asking } from '../form-page.tsx';
import { kindInWords } from '../office-name.ts';
import { fr } from '../words/fr.ts';

const words = fr.administration;

/** Opens an office of one kind, at one of the places where there is none yet. */
export const openOfficeForm = formPage({
  name: 'service-ouvert',
  url: '/administration/services/ouverture/:kind',
  act: 'open-office',
  current: 'administration',
  back: () => '/administration',
  load: async ({ core, session, params }: Asking) => {
    const kind = officeKinds.find((one) => one === params['kind']);
    if (!kind) throw new Problem('not-found');
    const [open] = await openablePlaces(core, session, [kind]);
    if (!open) throw new Problem('wrong-state');

    return { kind, options: open.places.flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }])) };
  },
  about: ({ kind }) => kindInWords(kind),
  asks: ({ kind, options }) => ({ ...(options.length > 0 && { [fieldOf(kind)]: place({ ...words.asks.place, options }) }) }),
  isChecked: true,
  perform: ({ core, session }, { kind }, answers) => openOffice(core, session, wantedOf(kind, answers[fieldOf(kind)])),
});

/** As the deed names it in its errors. */
function fieldOf(kind: OfficeKind): 'establishment' | 'territory' | 'place' {
  if (kind === 'local') return 'establishment';

  return kind === 'regional' ? 'territory' : 'place';
}

function wantedOf(kind: OfficeKind, at: string | undefined): NewOffice {
  if (kind === 'national') return { tier: 'national' };
  if (kind === 'local') return { tier: 'local', establishment: at ?? '' };
  if (kind === 'regional') return { tier: 'regional', territory: at ?? '' };

  return { tier: 'institution', capacity: kind, ...(at !== undefined && { place: at }) };
}
