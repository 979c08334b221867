import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { slot as slotTable } from '../../db/schema/people.ts';
import type { Core } from '../core.ts';
import type { Written } from '../journal/entry.ts';
import { Problem } from '../problems.ts';
import { openPassphraseSlot, sealPassphraseSlot, type Slot, type SlotOwner } from '../vault/slots.ts';

type SlotRow = Omit<typeof slotTable.$inferSelect, 'createdAt'>;

export function slotOf({ personId: person, memoryKib, passes, lanes, ...row }: SlotRow): Slot {
  const argon2 = memoryKib === null || passes === null || lanes === null ? null : { memoryKiB: memoryKib, passes, lanes };

  return { id: row.id, person, kind: row.kind, salt: row.salt, argon2, pepperVersion: row.pepperVersion, statementDigest: row.statementDigest, sealed: row.sealed };
}

/** Stores slots, and returns what the journal keeps of them. */
export async function insertSlots(tx: Tx, slots: readonly Slot[], createdAt: Date): Promise<Written[]> {
  await tx.insert(slotTable).values(
    slots.map(({ person: personId, argon2, ...slot }) => ({
      ...slot, personId, memoryKib: argon2?.memoryKiB ?? null, passes: argon2?.passes ?? null, lanes: argon2?.lanes ?? null, createdAt,
    })),
  );

  return slots.map(({ id, sealed }) => ({ table: 'slot', row: id, ciphertext: sealed }));
}

/**
 * Puts new slots in the place of those of the same kinds. `opened` is the slot whose secret the caller showed: of two who
 * showed it at once, the second finds it gone.
 * @throws Problem `changed-meanwhile`
 */
export async function replaceSlots(tx: Tx, opened: Slot, slots: readonly Slot[], createdAt: Date): Promise<Written[]> {
  const { count } = await tx.delete(slotTable).where(eq(slotTable.id, opened.id));
  if (count !== 1) throw new Problem('changed-meanwhile');

  const kinds = slots.map(({ kind }) => kind);
  await tx.delete(slotTable).where(and(eq(slotTable.personId, opened.person), inArray(slotTable.kind, kinds)));

  return insertSlots(tx, slots, createdAt);
}

/** Holds the slot until the transaction ends; false when its secret was changed since it was opened. */
export async function isStillThere(tx: Tx, { id }: Slot): Promise<boolean> {
  const rows = await tx.select({ id: slotTable.id }).from(slotTable).where(eq(slotTable.id, id)).for('share');

  return rows.length === 1;
}

/** Seals under the passphrase, Argon2's cost and the pepper of today. */
export function sealNewPassphrase({ secrets, hasher }: Core, owner: SlotOwner, seed: Uint8Array, stretched: Uint8Array): Slot {
  const version = secrets.pepper.current;
  const key = secrets.pepper.versions.get(version);
  if (!key) throw new RangeError('the current pepper is missing');

  return sealPassphraseSlot(secrets.deployment.id, owner, seed, stretched, hasher.cost, { version, key });
}

/** The seed behind a passphrase slot, or null. */
export function openWithPassphrase({ secrets }: Pick<Core, 'secrets'>, slot: Slot, stretched: Uint8Array): Uint8Array | null {
  const pepper = secrets.pepper.versions.get(slot.pepperVersion ?? -1);

  return pepper ? openPassphraseSlot(secrets.deployment.id, slot, stretched, pepper) : null;
}
