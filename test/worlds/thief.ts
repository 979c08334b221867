import type postgres from 'postgres';
import { shredPurposeOf } from '../../policies/access.ts';
import type { CompartmentKind } from '../../policies/vocabulary.ts';
import { grantInfo } from '../../server/vault/grant.ts';
import { dataKey } from '../../server/vault/hkdf.ts';
import { openItem } from '../../server/vault/item.ts';
import { shareInfo } from '../../server/vault/office-share.ts';
import { openRing } from '../../server/vault/ring.ts';
import { openWith } from '../../server/vault/seal.ts';
import type { ShredKeys } from '../../server/vault/shred.ts';

/** What a thief has: keys that open grants, keys that open rings, and for good measure the shred keys. */
export type Loot = { deployment: string; xwing: readonly Uint8Array[]; rings: readonly Uint8Array[]; guesses?: readonly Uint8Array[]; shred: ShredKeys };

/** Every row of a case that a superuser can copy. */
export type CaseCopy = {
  epochs: { id: string; number: number; compartment: string; kind: CompartmentKind }[];
  grants: GrantRow[];
  rings: { epoch_id: string; person_id: string; sealed: Uint8Array }[];
  shares: { id: string; office_key_id: string; person_id: string; grantor_id: string; enc: Uint8Array; ciphertext: Uint8Array }[];
  items: { id: string; version: number; kind: string; author_id: string; created_at: Date; epoch_id: string; sealed: Uint8Array }[];
};
type GrantRow = {
  epoch_id: string; recipient_kind: 'person' | 'office' | 'invitation'; recipient_id: string; grantor_id: string; act_id: string | null;
  enc: Uint8Array; ciphertext: Uint8Array; created_at: Date; expires_at: Date | null;
};

export async function copyCase(superuser: postgres.Sql, caseId: string): Promise<CaseCopy> {
  const [epochs, grants, rings, shares, items] = await Promise.all([
    superuser<(CaseCopy['epochs'][number] & { number: string })[]>`select e.id, e.number, k.id as compartment, k.kind from epoch e join compartment k on k.id = e.compartment_id where e.case_id = ${caseId}`,
    superuser<GrantRow[]>`select * from key_grant where case_id = ${caseId}`,
    superuser<CaseCopy['rings']>`select * from ring_key where case_id = ${caseId}`,
    superuser<CaseCopy['shares']>`select * from office_key_share`,
    superuser<(CaseCopy['items'][number] & { version: string })[]>`select * from item where case_id = ${caseId}`,
  ]);

  return {
    grants, rings, shares,
    epochs: epochs.map((row) => ({ ...row, number: Number(row.number) })),
    items: items.map((row) => ({ ...row, version: Number(row.version) })),
  };
}

/** The items that open with all this: every key is tried on every text, of whatever epoch, in every way the service knows. */
export async function robbed(caseId: string, rows: CaseCopy, loot: Loot): Promise<Set<string>> {
  const keys = await compartmentKeys(caseId, rows, loot);
  const opened = rows.items.filter((row) => {
    const place = rows.epochs.find(({ id }) => id === row.epoch_id);
    if (!place) return false;
    const at = { deployment: loot.deployment, caseId, compartment: place.compartment, epoch: place.number };
    const facts = { ...at, id: row.id, version: row.version, kind: row.kind, author: row.author_id, createdAt: row.created_at };
    const candidates = [...keys, ...(loot.guesses ?? [])];
    const derived = candidates.map((compartmentKey) => dataKey({ ...at, compartmentKey, shredKey: loot.shred[shredPurposeOf(place.kind)] }));

    return [...derived, ...candidates].some((key) => attempt(() => openItem(key, facts, row.sealed)));
  });

  return new Set(opened.map(({ id }) => id));
}

async function compartmentKeys(caseId: string, rows: CaseCopy, loot: Loot): Promise<Uint8Array[]> {
  const found: (Uint8Array | undefined)[] = [];
  const { deployment } = loot;
  const offices = await Promise.all(loot.xwing.flatMap((key) => rows.shares.map(async (row) => sealed(key, row, shareInfo(deployment, { id: row.id, officeKeyId: row.office_key_id, personId: row.person_id, grantorId: row.grantor_id })))));
  const xwing = [...loot.xwing, ...offices.filter((key) => key !== undefined)];

  for (const row of rows.grants) {
    const place = rows.epochs.find(({ id }) => id === row.epoch_id);
    if (!place) continue;
    const info = grantInfo({
      deployment, caseId, compartment: place.compartment, epoch: place.number, recipient: { kind: row.recipient_kind, id: row.recipient_id },
      grantor: row.grantor_id, act: row.act_id, createdAt: row.created_at, expiresAt: row.expires_at,
    });
    for (const key of xwing) found.push(await sealed(key, row, info));
  }
  for (const row of rows.rings) {
    const place = rows.epochs.find(({ id }) => id === row.epoch_id);
    if (!place) continue;
    for (const key of loot.rings) found.push(attempt(() => openRing(key, { deployment, person: row.person_id, caseId, compartment: place.compartment, epoch: place.number }, row.sealed)));
  }

  return found.filter((key) => key !== undefined);
}

async function sealed(privateKey: Uint8Array, row: { enc: Uint8Array; ciphertext: Uint8Array }, info: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return (await openWith(privateKey, [{ sealed: row, info }]))[0];
  } catch {
    return undefined;
  }
}

/** What does not open is not the thief's. */
function attempt<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
