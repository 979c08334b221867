import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { act, compartment, epoch, keyGrant, ringKey } from '../../../db/schema/index.ts';
import type { Written } from '../../journal/entry.ts';
import type { KeyPlan } from './planning.ts';
import type { ActRow } from './view.ts';

/** Writes the planned rows: acts, compartments, epochs (the former closed first), grants and ring rows. */
export async function writeKeys(tx: Tx, plan: KeyPlan, acts: readonly ActRow[], written: Written[]): Promise<void> {
  const allActs = [...acts, ...plan.acts];
  if (allActs.length > 0) await tx.insert(act).values(allActs);
  if (plan.compartments.length > 0) await tx.insert(compartment).values(plan.compartments);
  if (plan.closes.length > 0) await tx.update(epoch).set({ closedAt: sql`entente_now()` }).where(inArray(epoch.id, plan.closes));
  if (plan.epochs.length > 0) await tx.insert(epoch).values(plan.epochs);
  if (plan.grants.length > 0) await tx.insert(keyGrant).values(plan.grants).onConflictDoNothing();
  if (plan.rings.length > 0) await tx.insert(ringKey).values(plan.rings).onConflictDoNothing();
  for (const { id, ciphertext } of plan.grants) written.push({ table: 'key_grant', row: id, ciphertext });
}
