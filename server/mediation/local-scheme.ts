import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { office } from '../../db/schema/index.ts';
import { directoryFacts, type DirectoryFacts } from '../people/directory.ts';

/** A local scheme: its establishment, the IANA time zone of that place, whether it serves others too, and the directory it stands in. */
export type LocalScheme = { establishment: DirectoryFacts['establishments'][number]; zone: string; isShared: boolean; facts: DirectoryFacts };

/** The scheme behind a local office. Throws RangeError for another tier's, or when the establishment has left the directory. */
export async function localScheme(tx: Tx, officeId: string, at: Date): Promise<LocalScheme> {
  const [row] = await tx.select({ establishmentId: office.establishmentId }).from(office).where(eq(office.id, officeId));
  const facts = await directoryFacts(tx, at);
  const establishment = facts.establishments.find(({ id }) => id === row?.establishmentId);
  const department = facts.departments.find(({ code }) => code === establishment?.departmentCode);
  if (!establishment || !department) throw new RangeError('the office is no local scheme of the directory');

  const isShared = facts.establishments.some(({ sharedWith }) => sharedWith === establishment.id);

  return { establishment, zone: department.zone, isShared, facts };
}
