import type { Tx } from '../../db/client.ts';
import type { Role } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { officeMembers } from './office-members.ts';

/** Somebody in office now, with every part they have there. */
export type OfficePerson = { person: string; name: string; roles: Role[]; certified: boolean };

/** Everybody in office by name, once each, in the order of their names. */
export async function officePeople(tx: Tx, core: Pick<Core, 'secrets'>, officeId: string): Promise<OfficePerson[]> {
  const members = await officeMembers(tx, officeId);
  const persons = [...new Set(members.map(({ person }) => person))];
  const names = await namesOf(tx, core, persons);

  return persons
    .map((person) => {
      const mandates = members.filter((one) => one.person === person);

      return { person, name: names.get(person) ?? '', roles: mandates.map(({ role }) => role), certified: mandates.some(({ certified }) => certified) };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
}
