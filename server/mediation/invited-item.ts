import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { item } from '../../db/schema/index.ts';
import { shredPurposeOf } from '../../policies/access.ts';
import type { CompartmentKind } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import { Problem } from '../problems.ts';
import { dataKey } from '../vault/hkdf.ts';
import { openItem } from '../vault/item.ts';
import type { InvitedView } from './invitation-link.ts';
import { compartmentOf } from './keys/view.ts';

type ItemRow = typeof item.$inferSelect;

/** Where something stands that a link may open. */
export type InvitedPlace = { kind: CompartmentKind; subject?: string; as: string };

/** The latest of its use in a compartment that the link reaches, still sealed; nothing where there is no compartment. */
export async function latestInvited(tx: Tx, { view }: InvitedView, { kind, subject, as }: InvitedPlace): Promise<ItemRow | undefined> {
  const place = compartmentOf(view, kind, subject);
  if (!place) return undefined;
  const [latest] = await tx.select().from(item).where(and(eq(item.compartmentId, place.id), eq(item.kind, as))).orderBy(desc(item.createdAt), desc(item.id)).limit(1);

  return latest;
}

/** @throws Problem `key-missing` when the link's key does not open it */
export async function openInvitedItem(core: Core, { view }: InvitedView, row: ItemRow, { kind, subject }: InvitedPlace, byEpoch: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const { caseId, epochId, compartmentId } = row;
  const compartmentKey = byEpoch.get(epochId);
  const number = compartmentOf(view, kind, subject)?.epochs.find(({ id }) => id === epochId)?.number;
  const shredKey = (await core.shred.keys(caseId))[shredPurposeOf(kind)];
  if (!compartmentKey || !shredKey || number === undefined) throw new Problem('key-missing');

  const at = { deployment: core.secrets.deployment.id, caseId, compartment: compartmentId, epoch: number };

  return openItem(dataKey({ ...at, compartmentKey, shredKey }), { ...at, id: row.id, version: row.version, kind: row.kind, author: row.authorId, createdAt: row.createdAt }, row.sealed);
}
