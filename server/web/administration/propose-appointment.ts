import { rolesOfOffice } from '../../../policies/appointments.ts';
import { findAccount } from '../../people/offices/find-account.ts';
import { listOffices } from '../../people/offices/list-offices.ts';
import { proposeAppointment } from '../../people/offices/propose-appointment.ts';
import { ownRoles } from '../../people/own-roles.ts';
import { Problem } from '../../problems.ts';
import { choice, line, localDay, yesNo } from '../asks.tsx';
import { formPage, type Asking } from '../form-page.tsx';
import { fr } from '../words/fr.ts';
import { officeNames } from '../office-name.ts';

const { asks } = fr.administration;

export const proposeAppointmentForm = formPage({
  name: 'nomination',
  url: '/administration/services/:office/nomination',
  act: 'propose-appointment',
  current: 'administration',
  back: () => '/administration',
  load: async ({ core, session, params }: Asking) => {
    const isAdministrator = (await ownRoles(core, session)).some(({ role }) => role === 'administrator');
    const office = (await listOffices(core, session)).find(({ id }) => id === params['office']);
    if (!office || !isAdministrator) throw new Problem('not-found');

    return { id: office.id, tier: office.tier, name: (await officeNames(core))(office) };
  },
  about: ({ name }) => name,
  asks: ({ tier }) => ({
    address: line(asks.address),
    role: choice({ ...asks.role, options: rolesOfOffice[tier].map((value) => ({ value, label: fr.account.roles[value] })) }),
    certified: yesNo(asks.certified),
    gender: choice({ label: asks.gender.label, options: [{ value: 'woman', label: asks.gender.woman }, { value: 'man', label: asks.gender.man }, { value: 'none', label: asks.gender.other }] }),
    validFrom: localDay(asks.from),
    validTo: localDay(asks.to),
  }),
  isChecked: true,
  perform: async ({ core, session }, { id }, { address, gender, ...rest }) => {
    const person = await findAccount(core, session, address);

    return proposeAppointment(core, session, { ...rest, person, office: id, gender: gender === 'none' ? null : gender, establishment: null });
  },
});
