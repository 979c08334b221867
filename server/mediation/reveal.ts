import { sql } from 'drizzle-orm';
import pLimit from 'p-limit';
import { narrowTo, type Tx } from '../../db/client.ts';
import { ringKey } from '../../db/schema/index.ts';
import { reads, shredPurposeOf, type Epoch } from '../../policies/access.ts';
import { decideRead } from '../../policies/decide.ts';
import type { CompartmentKind, Standing } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { loadWorld } from '../people/world.ts';
import { Problem } from '../problems.ts';
import { EnvelopeError } from '../vault/envelope.ts';
import { dataKey } from '../vault/hkdf.ts';
import { openItem } from '../vault/item.ts';
import { PaddingError } from '../vault/padding.ts';
import { openRing } from '../vault/ring.ts';
import { whoMatters } from './keys/unlock.ts';
import { planKeys } from './keys/plan.ts';
import { prove } from './keys/proven.ts';
import { readLocked, unlock } from './keys/unlock.ts';
import { loadCase } from './keys/view.ts';

/** A compartment, or with no subject given every compartment of the kind; or one item of it. */
export type Place = { kind: CompartmentKind; subject?: string | null; item?: string };

/** What the sheet of a document is, among items. It holds the document's key, and is opened only when asked for by its id. */
export const sheetKind = 'document';

/** One text, opened. */
export type Revealed = { id: string; compartment: CompartmentKind; subject: string | null; kind: string; author: string; createdAt: Date; text: string };

/** An item where it lies, and the reader's ring; an epoch without items has one row, whose item is null. */
type ReadRow = {
  epoch_id: string; number: string; audience: 'preparation' | 'mediation'; opened_at: string; compartment_id: string; compartment: CompartmentKind; subject: string | null; ring: Uint8Array | null;
  id: string | null; version: string; kind: string; author_id: string; created_at: string; sealed: Uint8Array;
};

/** What a committed reading transaction gives, and nothing else can: the right to open what it read. */
class Receipt {
  readonly caseId: string;
  readonly rows: readonly ReadRow[];

  constructor(caseId: string, rows: readonly ReadRow[]) {
    this.caseId = caseId;
    this.rows = rows;
  }
}

/**
 * Opens what a person may read of a case: a transaction that decides (rows out of reach do not exist), journals the
 * reading and reads ciphertext; then, once it is committed, the keys. `places` narrows what is opened.
 * @throws Problem `not-found` when the case does not exist for them
 */
export async function reveal(core: Core, session: Session, caseId: string, places?: readonly Place[]): Promise<Revealed[]> {
  const receipt = await refusing(core, session, 'read', () =>
    core.database.withActor({ kind: 'person', id: session.person }, (tx) => readAndJournal(core, session, tx, caseId, places), { caseId }));

  return open(core, session, receipt);
}

/** How many cases of a list are opened at once, for the sake of other people's connections. */
const together = pLimit(8);

/**
 * The same for the cases of a list whose reading the caller has journaled already, as one entry with its count (design 5).
 * Nothing is opened of a case that has gone out of reach since, nor of one somebody has changed: an alarm is journaled, and
 * the other cases keep their lines.
 */
export async function revealListed(core: Core, session: Session, cases: readonly string[], places: readonly Place[]): Promise<ReadonlyMap<string, Revealed[]>> {
  const receipts = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const found: Receipt[] = [];
    // One after the other: a transaction is narrowed to one case at a time.
    for (const id of cases) {
      await narrowTo(tx, { caseId: id });
      found.push(new Receipt(id, (await readReach(session, tx, id, places))?.rows ?? []));
    }

    return found;
  });

  return new Map(await Promise.all(receipts.map((receipt) => together(async () => [receipt.caseId, await openListed(core, session, receipt)] as const))));
}

async function openListed(core: Core, session: Session, receipt: Receipt): Promise<Revealed[]> {
  try {
    return await open(core, session, receipt);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return [];
    if (!(error instanceof EnvelopeError) && !(error instanceof PaddingError)) throw error;

    await core.database.withActor({ kind: 'system', job: 'journal' }, (tx) =>
      core.journal.append(tx, { event: 'alarm', act: 'text-damaged', actor: { kind: 'system' }, subject: { caseId: receipt.caseId } }));

    return [];
  }
}

async function readAndJournal(core: Core, session: Session, tx: Tx, caseId: string, places?: readonly Place[]): Promise<Receipt> {
  const reach = await readReach(session, tx, caseId, places);
  if (!reach) throw new Problem('not-found');

  const { rows, role } = reach;
  const compartments = [...new Set(rows.map((row) => row.compartment_id))];
  await core.journal.append(tx, {
    event: 'read', actor: { kind: 'person', person: session.person, role }, subject: { caseId }, detail: { compartments: compartments.length, items: rows.length },
    readings: compartments.map((id) => ({ caseId, compartment: id, role, person: session.person })), signer: signerOf(session),
  });

  return new Receipt(caseId, rows);
}

/** What the actor may read of a case, and as whom; undefined when it does not exist for them. */
async function readReach(session: Session, tx: Tx, caseId: string, places?: readonly Place[]): Promise<{ rows: ReadRow[]; role: Standing } | undefined> {
  const kinds = places ? [...new Set(places.map(({ kind }) => kind))].join(',') : null;
  const [standings, reached] = await Promise.all([
    tx.execute<{ standing: Standing; subject: string | null; since: string }>(sql`select standing, subject, since from own_standings(${caseId})`),
    tx.execute<ReadRow>(sql`select * from read_case(${caseId}, string_to_array(${kinds}, ','))`),
  ]);
  const held = standings.map(({ standing, subject, since }) => ({ person: session.person, standing, subject, since: new Date(since) }));
  // Notes and declaration outlive every other standing of their author (design 4): then there is nothing else to reach.
  if (held.every(({ standing }) => standing === 'self') && reached.length === 0) return undefined;

  const allowed = reached.filter((row) => decideRead(held, { kind: row.compartment, subject: row.subject }, epochOf(row)).allow);
  const role = held.find((one) => allowed.some((row) => reads(one, { kind: row.compartment, subject: row.subject }, epochOf(row))))?.standing ?? held[0]?.standing ?? 'self';
  const rows = allowed.filter((row) => row.id !== null && isAsked(row, places));

  return { rows, role };
}

function isAsked(row: ReadRow, places?: readonly Place[]): boolean {
  if (!places) return row.kind !== sheetKind;

  return places.some(({ kind, subject, item }) => kind === row.compartment && (subject === undefined || subject === row.subject) && (item === undefined ? row.kind !== sheetKind : item === row.id));
}

function epochOf({ number, audience, opened_at: openedAt }: ReadRow): Epoch {
  return { number: Number(number), audience, openedAt: new Date(openedAt) };
}

async function open(core: Core, session: Session, { caseId, rows }: Receipt): Promise<Revealed[]> {
  if (rows.length === 0) return [];
  const [keys, shred] = await Promise.all([epochKeys(core, session, caseId, rows), core.shred.keys(caseId)]);
  const deployment = core.secrets.deployment.id;
  const dataKeys = new Map<string, Uint8Array>();

  return rows.flatMap((row) => {
    const compartmentKey = keys.get(row.epoch_id);
    const shredKey = shred[shredPurposeOf(row.compartment)];
    if (row.id === null || !compartmentKey || !shredKey) return [];

    const at = { deployment, caseId, compartment: row.compartment_id, epoch: Number(row.number) };
    const key = dataKeys.get(row.epoch_id) ?? dataKey({ ...at, compartmentKey, shredKey });
    dataKeys.set(row.epoch_id, key);
    const { id, kind, subject, author_id: author, compartment } = row;
    const createdAt = new Date(row.created_at);
    const text = openItem(key, { ...at, id, version: Number(row.version), kind, author, createdAt }, row.sealed);

    return [{ id, compartment, subject, kind, author, createdAt, text }];
  });
}

/** Keys from the ring; whatever is not there yet is opened from its grant and re-wrapped, so that it costs once. */
async function epochKeys(core: Core, session: Session, caseId: string, rows: readonly ReadRow[]): Promise<Map<string, Uint8Array>> {
  const deployment = core.secrets.deployment.id;
  const keys = new Map<string, Uint8Array>();
  for (const { epoch_id: epoch, number, compartment_id: compartment, ring } of rows) {
    if (!ring || keys.has(epoch)) continue;
    keys.set(epoch, openRing(session.ringKey, { deployment, person: session.person, caseId, compartment, epoch: Number(number) }, ring));
  }
  const waiting = [...new Set(rows.map((row) => row.epoch_id))].filter((id) => !keys.has(id));
  if (waiting.length > 0) for (const [id, key] of await firstOpening(core, session, caseId, waiting)) keys.set(id, key);

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
  const { rings } = await planKeys({ deployment, session, view, world, proven, keys, at, after: view.standings });
  const fresh = rings.filter(({ epochId, grantId }) => grantId !== null && keys.has(epochId));
  await core.database.withActor(actor, async (tx) => {
    if (fresh.length > 0) await tx.insert(ringKey).values(fresh).onConflictDoNothing();
    for (const grant of refused) await core.journal.append(tx, { event: 'alarm', act: 'grant-refused', actor: { kind: 'system' }, subject: { caseId, person: grant.grantorId, compartment: grant.compartmentId } });
  }, { caseId });

  return new Map([...keys].map(([id, { key }]) => [id, key]));
}

