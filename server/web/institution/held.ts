import type { InstitutionalCapacity } from '../../../policies/charter/words.ts';
import type { Core, Session } from '../../core.ts';
import { listOffices } from '../../people/offices/list-offices.ts';
import { capacityOf, officeNames } from '../office-name.ts';

/** A function one holds, and where, in words. */
export type Held = { capacity: InstitutionalCapacity; name: string };

/** The functions in whose name somebody may refer now. Signing proves them anew. */
export async function capacitiesHeld(core: Core, session: Session): Promise<Held[]> {
  const [offices, nameOf] = await Promise.all([listOffices(core, session), officeNames(core)]);

  return offices.filter(({ roles }) => roles.includes('referrer')).map((office) => ({ capacity: capacityOf(office.code), name: nameOf(office) }));
}
