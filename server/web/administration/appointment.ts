import { Problem } from '../../problems.ts';
import { listAppointments, type AppointmentFacts } from '../../people/offices/list-appointments.ts';
import type { AppointmentAct } from '../../../policies/appointments.ts';
import { zone } from '../zone.ts';
import type { Asking } from '../form-page.tsx';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { officeNames } from '../office-name.ts';

/** An appointment, and its office in words. */
export type Named = AppointmentFacts & { officeName: string };

/** Loads the appointment of an address to which one may do this now. */
export function loadAppointmentFor(act: AppointmentAct): (asking: Asking) => Promise<Named> {
  return async ({ core, session, params }) => {
    const found = (await listAppointments(core, session)).find(({ id }) => id === params['appointment']);
    if (!found) throw new Problem('not-found');
    if (!found.may.includes(act)) throw new Problem('wrong-state');

    return { ...found, officeName: (await officeNames(core))(found.office) };
  };
}

/** What a mandate is, as facts to check before signing. */
export function mandateRows({ name, role, officeName, validFrom, validTo }: Named): { key: string; value: string }[] {
  const words = fr.administration;

  return [
    { key: words.person, value: name },
    { key: words.role, value: fr.account.roles[role] },
    { key: words.office, value: officeName },
    { key: words.term, value: words.fromTo(dateInWords(validFrom, zone), dateInWords(validTo, zone)) },
  ];
}
