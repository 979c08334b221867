import { and, desc, eq, isNotNull, ne } from 'drizzle-orm';
import { mandate, person as personTable, statement } from '../../db/schema/people.ts';
import type { Core, Session } from '../core.ts';
import { openProfile } from './profile.ts';

export type OwnMandate = { id: string; office: string; role: string; certified: boolean; validFrom: Date; validTo: Date; endedAt: Date | null };
export type Me = { person: string; name: string; address: string; mandates: OwnMandate[]; statement: { version: number; kind: string; validFrom: Date } };

/** What the service knows of the person signed in, and how old their key statement is. */
export async function me(core: Core, { person }: Session): Promise<Me> {
  const [profile, mandates, last] = await core.database.withActor({ kind: 'person', id: person }, (tx) =>
    Promise.all([
      tx.select({ profile: personTable.profile }).from(personTable).where(eq(personTable.id, person)),
      tx
        .select({ id: mandate.id, office: mandate.officeId, role: mandate.role, certified: mandate.certified, validFrom: mandate.validFrom, validTo: mandate.validTo, endedAt: mandate.endedAt })
        .from(mandate)
        .where(and(eq(mandate.personId, person), isNotNull(mandate.countersignedAt)))
        .orderBy(mandate.validFrom),
      tx
        .select({ version: statement.version, kind: statement.kind, validFrom: statement.validFrom })
        .from(statement)
        .where(and(eq(statement.personId, person), ne(statement.kind, 'office')))
        .orderBy(desc(statement.version))
        .limit(1),
    ]),
  );
  const [row] = profile;
  const [tip] = last;
  if (!row || !tip) throw new RangeError('a session without its person');

  return { person, ...openProfile(core, person, row.profile), mandates, statement: tip };
}
