import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { mandate, officeKey, officeKeyShare } from '../../../db/schema/index.ts';
import { officeKeysOf } from '../../../policies/appointments.ts';
import type { OfficeKeyUse, OfficeTier, Role } from '../../../policies/vocabulary.ts';
import type { Core, Session } from '../../core.ts';
import { mandatesInForce, type HeldMandate } from './mandates.ts';
import { namesOf } from './names.ts';

/** A member who waits for a key that one holds: what to check before handing it over. */
export type PendingShare = {
  officeKey: string;
  office: { id: string; tier: OfficeTier; code: string };
  use: OfficeKeyUse;
  epoch: number;
  person: string;
  name: string;
  role: Role;
  /** Who countersigned the mandate; null for one that root signed. */
  registrar: string | null;
  /** When the mandate statement got its last signature. */
  since: Date;
};

/** The members of one's offices whose verified mandates give them a key one holds, and who lack it. */
export async function pendingShares(core: Core, session: Session): Promise<PendingShare[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const keys = await keysHeld(tx, core, session);
    if (keys.length === 0) return [];
    const members = await membersOf(tx, core, [...new Set(keys.map(({ officeId }) => officeId))]);
    const held = await tx.select({ key: officeKeyShare.officeKeyId, person: officeKeyShare.personId }).from(officeKeyShare)
      .where(inArray(officeKeyShare.officeKeyId, keys.map(({ id }) => id)));
    const waiting = keys.flatMap((key) => members
      .filter(({ row, office }) => office.id === key.officeId && officeKeysOf([row.role]).includes(key.use))
      .filter(({ row }) => !held.some((share) => share.key === key.id && share.person === row.personId))
      .map((member) => ({ key, member })));
    const names = await namesOf(tx, core, waiting.flatMap(({ member }) => [member.row.personId, ...(member.row.countersignedBy ? [member.row.countersignedBy] : [])]));

    return waiting.map(({ key, member: { row, office } }) => ({
      officeKey: key.id, office: { id: office.id, tier: office.tier, code: office.code }, use: key.use, epoch: key.epoch,
      person: row.personId, name: names.get(row.personId) ?? '', role: row.role,
      registrar: row.countersignedBy && (names.get(row.countersignedBy) ?? null), since: row.countersignedAt ?? row.proposedAt,
    }));
  });
}

/** Open keys one holds a share of, under a mandate that still gives them. */
async function keysHeld(tx: Tx, core: Core, session: Session) {
  const own = await mandatesInForce(tx, core.secrets, core.clock(), [session.person]);
  const rows = await tx.select({ key: officeKey }).from(officeKey).innerJoin(officeKeyShare, eq(officeKeyShare.officeKeyId, officeKey.id))
    .where(and(eq(officeKeyShare.personId, session.person), isNull(officeKey.closedAt)));

  return rows.map(({ key }) => key).filter((key) => own.some(({ row, office }) => office.id === key.officeId && officeKeysOf([row.role]).includes(key.use)));
}

async function membersOf(tx: Tx, core: Core, offices: readonly string[]): Promise<HeldMandate[]> {
  const rows = await tx.selectDistinct({ person: mandate.personId }).from(mandate).where(inArray(mandate.officeId, [...offices]));

  return mandatesInForce(tx, core.secrets, core.clock(), rows.map(({ person }) => person));
}
