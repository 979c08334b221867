import type { InstitutionalCapacity } from '../../../policies/charter/words.ts';
import type { Core, Session } from '../../core.ts';
import { listOffices } from '../../people/offices/list-offices.ts';
import { capacityOf, officeNames, placeIn } from '../office-name.ts';

/** A function one holds, its place if it has one, and both in words. `code`: of its office. */
export type Held = { code: string; capacity: InstitutionalCapacity; place: string | undefined; name: string };

/** The functions in whose name somebody may refer now. Signing proves them anew. */
export async function capacitiesHeld(core: Core, session: Session): Promise<Held[]> {
  const [offices, nameOf] = await Promise.all([listOffices(core, session), officeNames(core)]);

  return offices.filter(({ roles }) => roles.includes('referrer')).map((office) => ({ code: office.code, capacity: capacityOf(office.code), place: placeIn(office.code), name: nameOf(office) }));
}
