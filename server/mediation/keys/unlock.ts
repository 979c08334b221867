import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { keyGrant, officeKeyShare, ringKey } from '../../../db/schema/index.ts';
import { reads, type HeldStanding } from '../../../policies/access.ts';
import type { Session } from '../../core.ts';
import { EnvelopeError } from '../../vault/envelope.ts';
import { openGrants, verifyGrant, type Grant } from '../../vault/grant.ts';
import { openShare } from '../../vault/office-share.ts';
import { openRing, type RingFacts } from '../../vault/ring.ts';
import type { World } from '../../vault/trust.ts';
import { sessionKeyOf } from './certified.ts';
import type { Proven } from './proven.ts';
import type { CaseView, CompartmentView, EpochView } from './view.ts';

export type RingRow = typeof ringKey.$inferSelect;
export type GrantRow = typeof keyGrant.$inferSelect;
export type ShareRow = typeof officeKeyShare.$inferSelect;

/** The locked keys of one person in a case: what one transaction read, not yet opened. */
export type Locked = { rings: RingRow[]; grants: GrantRow[]; shares: ShareRow[] };

/** An opened compartment key, and the grant it came from when it was not yet in the ring. */
export type Unlocked = { key: Uint8Array; grantId: string | null };

/** Reads what the person holds of these epochs: ring rows first, then grants to them or to office keys they share. */
export async function readLocked(tx: Tx, view: CaseView, person: string, epochIds: readonly string[]): Promise<Locked> {
  if (epochIds.length === 0) return { rings: [], grants: [], shares: [] };
  const offices = view.officeKeys.filter(({ holders }) => holders.includes(person)).map(({ id }) => id);
  const [rings, grants, shares] = await Promise.all([
    tx.select().from(ringKey).where(and(eq(ringKey.personId, person), inArray(ringKey.epochId, [...epochIds]))),
    tx.select().from(keyGrant).where(and(inArray(keyGrant.epochId, [...epochIds]), inArray(keyGrant.recipientId, [person, ...offices]))),
    offices.length === 0 ? [] : tx.select().from(officeKeyShare).where(and(eq(officeKeyShare.personId, person), inArray(officeKeyShare.officeKeyId, offices))),
  ]);

  return { rings, grants, shares };
}

export type Unlock = { deployment: string; session: Session; view: CaseView; world: World; proven: Proven; locked: Locked };

/**
 * Opens what can be opened, epoch by epoch. A grant is believed only if its grantor opened the epoch, may read the
 * compartment by signed acts, or re-sealed it from an invitation they accepted; another is left shut and reported.
 */
export async function unlock(given: Unlock): Promise<{ keys: Map<string, Unlocked>; refused: GrantRow[] }> {
  const { deployment, session, view, locked } = given;
  const keys = new Map<string, Unlocked>();
  for (const ring of locked.rings) {
    const epoch = epochOf(view, ring.epochId);
    if (!epoch) continue;
    const facts = { deployment, person: session.person, caseId: view.row.id, compartment: ring.compartmentId, epoch: epoch.epoch.number };
    const key = tryRing(session.ringKey, facts, ring.sealed);
    if (key) keys.set(ring.epochId, { key, grantId: null });
  }

  const waiting = locked.grants.filter(({ epochId }) => !keys.has(epochId));
  const believed = waiting.filter((row) => isBelieved(row, given));
  const refused = waiting.filter((row) => !believed.includes(row));
  await openAll(given, believed.filter(({ recipientKind }) => recipientKind === 'person'), session.xwingPrivateKey, keys);
  for (const share of locked.shares) {
    const mine = believed.filter(({ recipientKind, recipientId, epochId }) => recipientKind === 'office' && recipientId === share.officeKeyId && !keys.has(epochId));
    if (mine.length > 0) await openAll(given, mine, await openShare(deployment, session.xwingPrivateKey, share), keys);
  }

  return { keys, refused };
}

/** The row as the vault signs and opens it. */
export function grantOf(deployment: string, view: CaseView, row: GrantRow): Grant {
  return {
    deployment, caseId: row.caseId, compartment: row.compartmentId, epoch: epochOf(view, row.epochId)?.epoch.number ?? 0,
    recipient: { kind: row.recipientKind, id: row.recipientId }, grantor: row.grantorId, act: row.actId,
    createdAt: row.createdAt, expiresAt: row.expiresAt, enc: row.enc, ciphertext: row.ciphertext, signature: row.signature, acceptance: null,
  };
}

export function epochOf(view: CaseView, epochId: string): { compartment: CompartmentView; epoch: EpochView } | undefined {
  for (const compartment of view.compartments) {
    const epoch = compartment.epochs.find(({ id }) => id === epochId);
    if (epoch) return { compartment, epoch };
  }

  return undefined;
}

async function openAll({ deployment, view }: Unlock, rows: GrantRow[], privateKey: Uint8Array, keys: Map<string, Unlocked>): Promise<void> {
  const grants = rows.map((row) => grantOf(deployment, view, row));
  const opened = await openGrants(privateKey, grants).catch(() => oneByOne(privateKey, grants));
  rows.forEach((row, place) => {
    const key = opened[place];
    if (key) keys.set(row.epochId, { key, grantId: row.id });
  });
}

/** A ring row that was changed opens nothing, and must not keep the others shut. */
function tryRing(ringKey: Uint8Array, facts: RingFacts, sealed: Uint8Array): Uint8Array | undefined {
  try {
    return openRing(ringKey, facts, sealed);
  } catch (error) {
    if (error instanceof EnvelopeError) return undefined;

    throw error;
  }
}

/** One grant that does not open must not keep the others shut. */
async function oneByOne(privateKey: Uint8Array, grants: readonly Grant[]): Promise<(Uint8Array | undefined)[]> {
  const opened = await Promise.allSettled(grants.map((grant) => openGrants(privateKey, [grant])));

  return opened.map((one) => (one.status === 'fulfilled' ? one.value[0] : undefined));
}

/** Whether a grant's signature, its grantor's certificate and their right to give it all held when it was given: who has left since gave it well. */
export function isBelieved(row: GrantRow, { deployment, view, world, proven }: Pick<Unlock, 'deployment' | 'view' | 'world' | 'proven'>): boolean {
  const place = epochOf(view, row.epochId);
  const sessionPublicKey = sessionKeyOf(world, row.certificateId, row.grantorId, row.createdAt);
  if (!place || !sessionPublicKey) return false;
  if (!verifyGrant(grantOf(deployment, view, row), { sessionPublicKey, at: world.at })) return false;
  if (proven.opened(place.epoch.actId, row.grantorId, place.compartment, place.epoch.number)) return true;

  return proven.standingsOf(row.grantorId, row.createdAt).some((given) => reads({ person: row.grantorId, since: place.epoch.openedAt, ...given }, place.compartment, place.epoch));
}

/** Everybody whose key statement or certificate the keys of this case may rest on. */
export function whoMatters(view: CaseView, after: readonly HeldStanding[], locked: Locked): { persons: string[]; certificates: string[] } {
  const persons = [...view.standings, ...after].map(({ person }) => person).concat(view.acts.map(({ authorId }) => authorId), locked.grants.map(({ grantorId }) => grantorId), view.row.officeId);

  return { persons: [...new Set(persons)], certificates: [...new Set([...view.acts, ...locked.grants].map(({ certificateId }) => certificateId))] };
}
