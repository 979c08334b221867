import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { item, ringKey } from '../../db/schema/index.ts';
import { shredPurposeOf } from '../../policies/access.ts';
import type { CompartmentKind, Standing } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { loadWorld } from '../people/world.ts';
import { Problem } from '../problems.ts';
import { dataKey } from '../vault/hkdf.ts';
import { openItem } from '../vault/item.ts';
import { openRing } from '../vault/ring.ts';
import { whoMatters } from './deed.ts';
import { planKeys } from './keys/plan.ts';
import { prove } from './keys/proven.ts';
import { readLocked, unlock } from './keys/unlock.ts';
import { loadCase } from './keys/view.ts';

/** A compartment, or with no subject given every compartment of the kind. */
export type Place = { kind: CompartmentKind; subject?: string | null };

/** One text, opened. */
export type Revealed = { id: string; compartment: CompartmentKind; subject: string | null; kind: string; author: string; createdAt: Date; text: string };

type EpochRow = { id: string; number: number; compartmentId: string; kind: CompartmentKind; subject: string | null };
type ItemRow = typeof item.$inferSelect;

/** What a committed reading transaction gives, and nothing else can: the right to open what it read. */
class Receipt {
  readonly caseId: string;
  readonly epochs: EpochRow[];
  readonly items: ItemRow[];
  readonly rings: (typeof ringKey.$inferSelect)[];

  constructor(caseId: string, epochs: EpochRow[], items: ItemRow[], rings: (typeof ringKey.$inferSelect)[]) {
    this.caseId = caseId;
    this.epochs = epochs;
    this.items = items;
    this.rings = rings;
  }
}

/**
 * Opens what a person may read of a case: a transaction that decides (rows out of reach do not exist), journals the
 * reading and reads ciphertext; then, once it is committed, the keys. `places` narrows what is opened.
 * @throws Problem `not-found` when the case does not exist for them
 */
export async function reveal(core: Core, session: Session, caseId: string, places?: readonly Place[]): Promise<Revealed[]> {
  const receipt = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => readAndJournal(core, session, tx, caseId, places), { caseId });

  return open(core, session, receipt);
}

async function readAndJournal(core: Core, session: Session, tx: Tx, caseId: string, places?: readonly Place[]): Promise<Receipt> {
  const [standings, epochs, items, rings] = await Promise.all([
    tx.execute<{ standing: Standing }>(sql`select standing from own_standings(${caseId})`),
    reachedEpochs(tx, caseId),
    tx.select().from(item).where(eq(item.caseId, caseId)).orderBy(asc(item.createdAt)),
    tx.select().from(ringKey).where(and(eq(ringKey.caseId, caseId), eq(ringKey.personId, session.person))),
  ]);
  // Notes and declaration outlive every other standing of their author (design 4).
  const role = standings[0]?.standing ?? (epochs.length > 0 ? 'self' : undefined);
  if (!role) throw new Problem('not-found');

  const wanted = epochs.filter((row) => !places || places.some((place) => place.kind === row.kind && (place.subject === undefined || place.subject === row.subject)));
  const ids = new Set(wanted.map(({ id }) => id));
  const opened = items.filter(({ epochId }) => ids.has(epochId));
  const compartments = [...new Set(opened.map(({ compartmentId }) => compartmentId))];
  await core.journal.append(tx, {
    event: 'read', actor: { kind: 'person', person: session.person, role }, subject: { caseId }, detail: { compartments: compartments.length, items: opened.length },
    readings: compartments.map((id) => ({ caseId, compartment: id, role, person: session.person })), signer: signerOf(session),
  });

  return new Receipt(caseId, wanted, opened, rings);
}

async function reachedEpochs(tx: Tx, caseId: string): Promise<EpochRow[]> {
  const rows = await tx.execute<{ id: string; number: string; compartment_id: string; kind: CompartmentKind; subject: string | null }>(sql`select id, number, compartment_id, kind, subject from reached_epochs(${caseId})`);

  return rows.map(({ compartment_id: compartmentId, ...row }) => ({ ...row, compartmentId, number: Number(row.number) }));
}

async function open(core: Core, session: Session, receipt: Receipt): Promise<Revealed[]> {
  if (receipt.items.length === 0) return [];
  const keys = await ringKeys(core, session, receipt);
  const shred = await core.shred.keys(receipt.caseId);
  const deployment = core.secrets.deployment.id;
  const places = new Map(receipt.epochs.map((row) => [row.id, row]));

  return receipt.items.flatMap((row) => {
    const place = places.get(row.epochId);
    const compartmentKey = keys.get(row.epochId);
    const shredKey = place && shred[shredPurposeOf(place.kind)];
    if (!place || !compartmentKey || !shredKey) return [];

    const at = { deployment, caseId: receipt.caseId, compartment: place.compartmentId, epoch: place.number };
    const key = dataKey({ ...at, compartmentKey, shredKey });
    const text = openItem(key, { ...at, id: row.id, version: row.version, kind: row.kind, author: row.authorId, createdAt: row.createdAt }, row.sealed);

    return [{ id: row.id, compartment: place.kind, subject: place.subject, kind: row.kind, author: row.authorId, createdAt: row.createdAt, text }];
  });
}

/** Keys from the ring; whatever is not there yet is opened from its grant and re-wrapped, so that it costs once. */
async function ringKeys(core: Core, session: Session, receipt: Receipt): Promise<Map<string, Uint8Array>> {
  const deployment = core.secrets.deployment.id;
  const numbers = new Map(receipt.epochs.map(({ id, number }) => [id, number]));
  const keys = new Map<string, Uint8Array>();
  for (const ring of receipt.rings) {
    const number = numbers.get(ring.epochId);
    if (number === undefined) continue;
    keys.set(ring.epochId, openRing(session.ringKey, { deployment, person: session.person, caseId: ring.caseId, compartment: ring.compartmentId, epoch: number }, ring.sealed));
  }
  const waiting = new Set(receipt.items.map(({ epochId }) => epochId).filter((id) => !keys.has(id)));
  if (waiting.size > 0) for (const [id, key] of await firstOpening(core, session, receipt.caseId, [...waiting])) keys.set(id, key);

  return keys;
}

async function firstOpening(core: Core, session: Session, caseId: string, epochIds: readonly string[]): Promise<Map<string, Uint8Array>> {
  const actor = { kind: 'person', id: session.person } as const;
  const at = core.clock();
  const { view, locked, world } = await core.database.withActor(actor, async (tx) => {
    const view = await loadCase(tx, caseId);
    if (!view) throw new Problem('not-found');
    const locked = await readLocked(tx, view, session.person, epochIds);

    return { view, locked, world: await loadWorld(tx, core.secrets, at, whoMatters(view, [], locked)) };
  }, { caseId });
  const proven = prove(view, world);
  const deployment = core.secrets.deployment.id;
  const { keys, refused } = await unlock({ deployment, session, view, world, proven, locked });
  const { rings } = await planKeys({ deployment, session, view: { ...view, compartments: view.compartments }, world, proven, keys, at, after: view.standings });
  const fresh = rings.filter(({ epochId, grantId }) => grantId !== null && keys.has(epochId));
  await core.database.withActor(actor, async (tx) => {
    if (fresh.length > 0) await tx.insert(ringKey).values(fresh).onConflictDoNothing();
    for (const grant of refused) await core.journal.append(tx, { event: 'alarm', act: 'grant-refused', actor: { kind: 'system' }, subject: { caseId, person: grant.grantorId, compartment: grant.compartmentId } });
  }, { caseId });

  return new Map([...keys].map(([id, { key }]) => [id, key]));
}

