import { eq, sql } from 'drizzle-orm';
import { mandate, office } from '../../db/schema/index.ts';
import type { OfficeTier, Role } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';

export type OwnRole = { office: string; tier: OfficeTier; role: Role };

/** The mandates in force of whoever is signed in, with the tier of each office: what the menu of a page depends on. */
export async function ownRoles(core: Core, { person }: Session): Promise<OwnRole[]> {
  const rows = await core.database.withActor({ kind: 'person', id: person }, (tx) =>
    tx
      .select({ office: mandate.officeId, tier: office.tier, role: mandate.role })
      .from(mandate)
      .innerJoin(office, eq(office.id, mandate.officeId))
      .where(sql`${mandate.personId} = ${person} and ${mandate.id} in (select id from live_mandate where person_id = ${person})`),
  );

  return rows.map(({ tier, role, ...rest }) => ({ ...rest, tier: tier as OfficeTier, role: role as Role }));
}
