import { randomInt, randomUUID } from 'node:crypto';
import type { Tx } from '../../db/client.ts';
import { caseFile, coSignature, deadline as deadlineTable, item, party, representative, request } from '../../db/schema/index.ts';
import { shredPurposeOf, type HeldStanding } from '../../policies/access.ts';
import type { Deadline } from '../../policies/charter/deadlines.ts';
import type { Core, Session } from '../core.ts';
import type { Written } from '../journal/entry.ts';
import { rowOf } from '../journal/row-id.ts';
import { loadWorld } from '../people/world.ts';
import { equal } from '../vault/bytes.ts';
import { dataKey } from '../vault/hkdf.ts';
import { sealItem } from '../vault/item.ts';
import { actRow } from './signed-act.ts';
import { whoMatters } from './keys/unlock.ts';
import { writeKeys } from './keys/write.ts';
import { emptyView, type Office } from './keys/new-case.ts';
import { planKeys } from './keys/plan.ts';
import type { KeyPlan, NewCompartment } from './keys/planning.ts';
import { prove, representation } from './keys/proven.ts';
import type { ActRow, CaseRow } from './keys/view.ts';

/** A party of a new case, and who stands for it from the start: nobody yet, one person, or several. */
export type NewParty = { id: string; kind: 'person' | 'institution' | 'team'; representatives?: readonly string[] };

/** What the author writes first, each in its compartment. */
export type FirstText = { place: NewCompartment; kind: string; text: string; sourceDigest?: Uint8Array };

export type Opening = {
  row: CaseRow;
  office: Office;
  /** When it is written, if that is not when it was received. */
  at?: Date;
  capacity: string;
  priorStep: string | null;
  /** More of the request: that it came on paper and for whom, or why it comes early. */
  request?: Partial<typeof request.$inferInsert>;
  parties: readonly NewParty[];
  /** The acts that make the author the requester and each representative a party. */
  acts: readonly { kind: 'file' | 'refer-up' | 'represent' | 'enter' | 'refer' | 'cosign'; subject: Uint8Array | null; previous?: string }[];
  /** Whoever signed before the author, for an institution (D art. 6). */
  firstHand?: { person: string; capacity: string; actId: string; at: Date };
  /** Acts that others signed before. */
  carried?: readonly ActRow[];
  /** What the authors are to the case: one requester, who signs now, unless given. */
  authors?: readonly HeldStanding[];
  texts: readonly FirstText[];
  deadlines: readonly Deadline[];
};

/** A case ready to be written. */
export type PreparedCase = { opening: Opening; acts: ActRow[]; plan: KeyPlan; items: (typeof item.$inferInsert)[]; session: Session; at: Date };

/** Seals everything a new case begins with, before the transaction. Its shred keys are committed first (design 4). */
export async function prepareCase(core: Core, session: Session, opening: Opening): Promise<PreparedCase> {
  const at = opening.at ?? opening.row.receivedAt;
  const acts = [...(opening.carried ?? []), ...opening.acts.map((one) => actRow(core, session, opening.row.id, { id: randomUUID(), ...one }, at))];
  const empty = { ...emptyView(opening.row, opening.office), acts };
  const after: HeldStanding[] = [
    ...opening.office.standings,
    ...(opening.authors ?? [{ person: session.person, standing: 'requester' as const, subject: null, since: at }]),
    ...opening.parties.flatMap(({ id, representatives = [] }) => representatives.map((person) => ({ person, standing: 'party' as const, subject: id, since: at }))),
  ];
  const world = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => loadWorld(tx, core.secrets, at, whoMatters(empty, after, { rings: [], grants: [], shares: [] })));
  const creates = uniquePlaces(opening.texts.map(({ place }) => place));
  const [plan, shred] = await Promise.all([
    planKeys({ deployment: core.secrets.deployment.id, session, view: empty, world, proven: prove(empty, world), after, keys: new Map(), creates, at }),
    core.shred.create(opening.row.id, at),
  ]);
  const deployment = core.secrets.deployment.id;
  const items = opening.texts.map(({ place, kind, text, sourceDigest }) => {
    const open = [...plan.writable.values()].find(({ compartment }) => compartment.kind === place.kind && (compartment.subject ?? null) === (place.subject ?? null));
    if (!open) throw new RangeError(`no ${place.kind} was planned`);
    const where = { deployment, caseId: opening.row.id, compartment: open.compartment.id, epoch: open.number };
    const facts = { ...where, id: randomUUID(), version: 1, kind, author: session.person, createdAt: at };
    const key = dataKey({ ...where, compartmentKey: open.key, shredKey: shred[shredPurposeOf(place.kind)] });

    return {
      id: facts.id, version: 1, caseId: facts.caseId, compartmentId: facts.compartment, epochId: open.epochId, kind, authorId: session.person,
      createdAt: at, sourceDigest: sourceDigest ?? null, sealed: sealItem(key, facts, text),
    };
  });

  return { opening, acts, plan, items, session, at };
}

/** Writes a prepared case: the request first, which makes it reachable for its author, then the rest, the case itself last. */
export async function insertCase(tx: Tx, { opening, acts, plan, items, session, at }: PreparedCase): Promise<Written[]> {
  const { row } = opening;
  const written: Written[] = items.map(({ id, version, sealed }) => ({ table: 'item', row: rowOf(id, version), ciphertext: sealed }));
  await tx.insert(request).values({ caseId: row.id, authorId: session.person, capacity: opening.capacity, priorStep: opening.priorStep, filedAt: at, ...opening.request });
  await tx.insert(party).values(opening.parties.map(({ id, kind }, place) => ({ id, caseId: row.id, ordinal: place + 1, kind })));
  const standing = opening.parties.flatMap(({ id: partyId, representatives = [] }) =>
    representatives.map((personId) => ({ id: randomUUID(), caseId: row.id, partyId, personId, actId: actFor(acts, partyId, personId), since: at })),
  );
  if (standing.length > 0) await tx.insert(representative).values(standing);
  await writeKeys(tx, plan, acts, written);
  await tx.insert(item).values(items);
  if (opening.deadlines.length > 0) {
    await tx.insert(deadlineTable).values(
      opening.deadlines.map(({ rule, dueOn, dueAt }) => ({ id: randomUUID(), caseId: row.id, rule, startTable: 'case_file', startId: row.id, startAt: row.receivedAt, dueOn, dueAt })),
    );
  }
  if (opening.firstHand) {
    const { person, ...signed } = opening.firstHand;
    await tx.insert(coSignature).values({ caseId: row.id, personId: person, ...signed });
  }
  // Last: whoever writes it for others reaches it only until it is there.
  await tx.insert(caseFile).values({ ...row, keysDue: plan.distrusted.length > 0 });

  return written;
}

/** Eight symbols of Crockford's base32, random: a reference tells nothing and cannot be guessed (design 3). */
export function newReference(): string {
  const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const eight = Array.from({ length: 8 }, () => symbols[randomInt(32)]).join('');

  return `${eight.slice(0, 4)}-${eight.slice(4)}`;
}

/** The act behind a representative: the mediator who refers names them; whoever files names themselves. */
function actFor(acts: readonly ActRow[], party: string, person: string): string {
  const named = representation(party, person);
  const act = acts.find(({ kind, subject }) => kind === 'file' || (kind === 'represent' && subject !== null && equal(subject, named)));
  if (!act) throw new RangeError('a representative needs an act');

  return act.id;
}

function uniquePlaces(places: readonly NewCompartment[]): NewCompartment[] {
  return [...new Map(places.map((place) => [`${place.kind}/${place.subject ?? ''}`, place])).values()];
}
