import { inArray } from 'drizzle-orm';
import { office, officeKey } from '../../../db/schema/index.ts';
import type { OfficeKeyUse, OfficeTier, Role } from '../../../policies/vocabulary.ts';
import type { Core, Session } from '../../core.ts';
import { mandatesInForce } from './mandates.ts';

export type OfficeFacts = {
  id: string;
  tier: OfficeTier;
  code: string;
  territory: string | null;
  establishment: string | null;
  /** One's own roles there. */
  roles: Role[];
  /** Uses whose shared key is open: requests can be sealed to the office. */
  openKeys: OfficeKeyUse[];
};

/** The offices of one's mandates; all of them for an administrator. */
export async function listOffices(core: Core, session: Session): Promise<OfficeFacts[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const held = await mandatesInForce(tx, core.secrets, core.clock(), [session.person]);
    const isAdministrator = held.some(({ row }) => row.role === 'administrator');
    const own = [...new Set(held.map((one) => one.office.id))];
    if (own.length === 0) return [];
    const offices = await tx.select().from(office).where(isAdministrator ? undefined : inArray(office.id, own)).orderBy(office.tier, office.code);
    const keys = await tx.select().from(officeKey).where(inArray(officeKey.officeId, offices.map(({ id }) => id)));

    return offices.map(({ id, tier, code, territoryId, establishmentId }) => ({
      id, tier, code, territory: territoryId, establishment: establishmentId,
      roles: held.filter((one) => one.office.id === id).map(({ row }) => row.role),
      openKeys: keys.filter((key) => key.officeId === id && key.closedAt === null).map(({ use }) => use),
    }));
  });
}
