import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { officeKey, officeKeyShare } from '../../db/schema/people.ts';
import type { Core } from '../core.ts';
import type { Verified } from '../vault/trust.ts';
import { provenHalf, sealShare } from './offices/office-key-share.ts';
import type { Renewal } from './renew-keys.ts';
import { loadWorld } from './world.ts';

/**
 * Seals anew, from a person to themselves, their shares of office keys. Each must be the private half of the key that a
 * member published: one that is not was swapped, and stays as it is.
 * @returns how many were left
 */
export async function rewrapShares(tx: Tx, core: Core, { from, to }: Renewal, renewed: Verified): Promise<number> {
  const rows = await tx
    .select({ share: officeKeyShare, key: officeKey })
    .from(officeKeyShare)
    .innerJoin(officeKey, eq(officeKey.id, officeKeyShare.officeKeyId))
    .where(eq(officeKeyShare.personId, from.person));
  if (rows.length === 0) return 0;

  const world = await loadWorld(tx, core.secrets, core.clock(), { persons: [from.person, ...rows.map(({ key }) => key.officeId)] });
  const halves = await Promise.all(rows.map(({ share, key }) => provenHalf(core, from, share, key, world)));
  const proven = halves.flatMap((half) => (half ? [half] : []));
  const sealed = await sealShare(core, to, proven, renewed);

  for (const share of rows.filter((_, place) => halves[place]).map(({ share }) => share)) await tx.delete(officeKeyShare).where(eq(officeKeyShare.id, share.id));
  if (sealed.length > 0) await tx.insert(officeKeyShare).values(sealed);

  return rows.length - proven.length;
}
