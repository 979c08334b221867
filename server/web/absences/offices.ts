import { presidingRoles, type Role } from '../../../policies/vocabulary.ts';
import { listOfficePeople } from '../../mediation/list-office-people.ts';
import { listOffices } from '../../people/offices/list-offices.ts';
import { Problem } from '../../problems.ts';
import type { Asking } from '../form-page.tsx';
import { officeNames } from '../office-name.ts';

export type OwnOffice = { id: string; name: string; presides: boolean };

/** The offices where one runs cases or is the secretary, by name: where one sees who is away. */
export async function ownOfficesNamed({ core, session }: Pick<Asking, 'core' | 'session'>): Promise<OwnOffice[]> {
  const nameOf = await officeNames(core);

  return (await listOffices(core, session)).flatMap(({ roles, ...office }) => {
    const presides = presidesIn({ roles });

    return presides || roles.includes('secretary') ? [{ id: office.id, name: nameOf(office), presides }] : [];
  });
}

/** One of these, named by the address, and who else may run its cases. @throws Problem `not-found` */
export async function officeAsked({ core, session, params }: Asking) {
  const office = (await ownOfficesNamed({ core, session })).find(({ id }) => id === params['office']);
  if (!office) throw new Problem('not-found');
  const others = (await listOfficePeople(core, session, office.id)).filter((one) => one.person !== session.person && presidesIn(one));

  return { ...office, others, options: others.map(({ person, name }) => ({ value: person, label: name })) };
}

function presidesIn({ roles }: { roles: readonly Role[] }): boolean {
  return roles.some((role) => (presidingRoles as readonly Role[]).includes(role));
}
