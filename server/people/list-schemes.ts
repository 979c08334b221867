import { asc, gt } from 'drizzle-orm';
import { localSchemeEntry } from '../../db/schema/index.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Core } from '../core.ts';
import { directoryFacts } from './directory.ts';

export type ListedScheme = {
  establishment: string;
  name: string;
  department: string;
  form: 'own' | 'shared' | 'none';
  sharedWith: { establishment: string; name: string } | null;
  contact: string | null;
  /** What is registered for a day to come. */
  later: { validFrom: LocalDate; form: 'own' | 'shared' | 'none' }[];
};

/** The public register of local schemes, in the order of the establishments' names; faculties and schools have none. */
export async function listSchemes(core: Core): Promise<ListedScheme[]> {
  const now = core.clock();

  return core.database.withActor({ kind: 'visitor' }, async (tx) => {
    const { establishments } = await directoryFacts(tx, now);
    const coming = await tx.select().from(localSchemeEntry).where(gt(localSchemeEntry.validFrom, now.toISOString().slice(0, 10))).orderBy(asc(localSchemeEntry.validFrom));
    const nameOf = new Map(establishments.map(({ id, name }) => [id, name]));

    return establishments
      .filter(({ type }) => type !== 'faculty' && type !== 'paramedical-school')
      .map(({ id, name, departmentCode, localScheme, sharedWith, schemeContact }) => ({
        establishment: id, name, department: departmentCode, form: localScheme, contact: schemeContact,
        sharedWith: sharedWith === null ? null : { establishment: sharedWith, name: nameOf.get(sharedWith) ?? '' },
        later: coming.filter(({ establishmentId }) => establishmentId === id).map(({ validFrom, form }) => ({ validFrom, form })),
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
  });
}
