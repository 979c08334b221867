import { randomBytes, randomUUID } from 'node:crypto';
import { begunAgain, mayHaveOneHolder, reads, type HeldStanding } from '../../../policies/access.ts';
import type { CompartmentKind } from '../../../policies/vocabulary.ts';
import type { act, compartment as compartmentTable, epoch as epochTable } from '../../../db/schema/index.ts';
import type { Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { signAct } from '../../vault/act.ts';
import { verifyStatement } from '../../vault/chain.ts';
import { sealEachGrant, type GrantFacts } from '../../vault/grant.ts';
import { sealRing, signRing } from '../../vault/ring.ts';
import { UntrustedError, type World } from '../../vault/trust.ts';
import type { Proven } from './proven.ts';
import { wantedFor, type Wanted } from './readers.ts';
import type { GrantRow, RingRow, Unlocked } from './unlock.ts';
import type { CaseView, CompartmentView, EpochView, OfficeKeyView } from './view.ts';

export type NewCompartment = { kind: CompartmentKind; subject?: string | null };

/** An invitation that receives keys: its link's X-Wing key. */
export type InvitedKey = { id: string; publicKey: Uint8Array; expiresAt: Date; compartments: readonly NewCompartment[] };

/** Rows to write so that keys follow the facts, and what could not be trusted. Computed outside any transaction. */
export type KeyPlan = {
  acts: (typeof act.$inferInsert)[];
  compartments: (typeof compartmentTable.$inferInsert)[];
  epochs: (typeof epochTable.$inferInsert)[];
  closes: string[];
  grants: GrantRow[];
  rings: RingRow[];
  /** Open epoch and key of each compartment the session can write into, by compartment id. */
  writable: Map<string, { compartment: NewCompartment & { id: string }; epochId: string; number: number; key: Uint8Array }>;
  /** Persons to whom nothing was sealed: no signed act leads to what the rows say of them. */
  distrusted: { person: string; standing: string }[];
};

export type Planning = {
  deployment: string;
  session: Session;
  view: CaseView;
  world: World;
  proven: Proven;
  /** What every person will be once the deed is done. */
  after: readonly HeldStanding[];
  keys: ReadonlyMap<string, Unlocked>;
  /** One of `begunAgain` that exists already gets a new epoch, whose key the session makes without holding the former. */
  creates?: readonly NewCompartment[];
  /** The deed itself opens the next epoch when somebody leaves on purpose; otherwise the next remaining holder does. */
  opensNext?: boolean | 'where-two-stay';
  invited?: readonly InvitedKey[];
  at: Date;
};

type Job = { key: Uint8Array; place: Place; recipient: { kind: 'person' | 'office' | 'invitation'; id: string; publicKey: Uint8Array; expiresAt: Date | null } };
type Place = { compartment: Pick<CompartmentView, 'id' | 'kind' | 'subject'>; epoch: Pick<EpochView, 'id' | 'number' | 'audience' | 'openedAt'>; act: string };

/**
 * Plans the keys of a case (design 4): for every compartment, who should hold each epoch after the deed, who holds it
 * now, and what this session can seal. What it cannot seal waits in `grants_due`; what facts no longer give is swept in
 * the deed's transaction. The same plan serves every deed and the queue drained at sign-in.
 */
export async function planKeys(planning: Planning): Promise<KeyPlan> {
  const { session, view, keys, at } = planning;
  const plan: KeyPlan = { acts: [], compartments: [], epochs: [], closes: [], grants: [], rings: [], writable: new Map(), distrusted: [] };
  const jobs: Job[] = [];

  for (const compartment of view.compartments) {
    if (!isProven(planning, compartment)) {
      plan.distrusted.push({ person: compartment.createdBy, standing: `opens-${compartment.kind}` });
      continue;
    }
    const current = compartment.epochs.at(-1);
    for (const epoch of compartment.epochs) {
      const unlocked = keys.get(epoch.id);
      if (!unlocked) continue;

      const place: Place = { compartment, epoch, act: epoch.actId };
      if (unlocked.grantId !== null && isWanted(planning, compartment, epoch, session.person)) plan.rings.push(ringRow(planning, place, unlocked.key, unlocked.grantId));
      addJobs(planning, plan, jobs, place, unlocked.key, missing(planning, compartment, epoch));
      if (epoch === current && !closesNow(planning, compartment, epoch)) plan.writable.set(compartment.id, { compartment, epochId: epoch.id, number: epoch.number, key: unlocked.key });
    }
    if (current && (isBegunAgain(planning, compartment) || (keys.has(current.id) && mayOpenNext(planning, compartment, current)))) openEpoch(planning, plan, jobs, compartment, current.number + 1, current.closedAt === null ? current.id : null);
  }

  for (const created of planning.creates ?? []) {
    if (view.compartments.some((one) => begunAgain.includes(one.kind) && isAt(one, created))) continue;
    const signed = signedAct(planning, 'open-compartment', randomUUID());
    plan.acts.push(signed);
    const compartment: CompartmentView = { id: signed.compartmentId as string, kind: created.kind, subject: created.subject ?? null, actId: signed.id, createdBy: session.person, epochs: [] };
    plan.compartments.push({ id: compartment.id, caseId: view.row.id, kind: compartment.kind, subject: compartment.subject, actId: signed.id, createdBy: session.person, createdAt: at });
    openEpoch(planning, plan, jobs, compartment, 1, null, signed.id);
  }

  inviteJobs(planning, plan, jobs);
  plan.grants = await seal(planning, jobs);

  return plan;
}

/**
 * A new epoch is due when the last is closed, or when a deed makes somebody leave it on purpose, or come who may only
 * read what is written from now on: a caucus passes from the mediator in charge to the delegates.
 */
/** A compartment and each of its epochs were opened by signed acts; in a planted one nothing is sealed and nothing written. */
function isProven({ proven }: Planning, compartment: CompartmentView): boolean {
  return proven.opened(compartment.actId, compartment.createdBy, compartment) && compartment.epochs.every(({ actId, openedBy, number }) => proven.opened(actId, openedBy, compartment, number));
}

function isBegunAgain({ creates = [] }: Planning, compartment: CompartmentView): boolean {
  return begunAgain.includes(compartment.kind) && creates.some((created) => isAt(compartment, created));
}

function isAt({ kind, subject }: CompartmentView, wanted: NewCompartment): boolean {
  return kind === wanted.kind && subject === (wanted.subject ?? null);
}

function closesNow(planning: Planning, compartment: CompartmentView, current: EpochView): boolean {
  const { view, after, opensNext, at } = planning;
  if (current.closedAt !== null) return true;
  if (!opensNext) return false;
  if (compartment.kind === 'caucus' && nextAudience(planning, compartment) !== current.audience) return true;

  const wanted = wantedFor(view, after, compartment, current);
  const next = wantedFor(view, after, compartment, { number: current.number + 1, audience: nextAudience(planning, compartment), openedAt: at });
  if (next.persons.some((person) => !wanted.persons.includes(person))) return true;

  return view.holders.some(
    ({ epochId, via, holderId }) =>
      epochId === current.id && ((via === 'person' && !wanted.persons.includes(holderId) && !wanted.offices.some(({ holders }) => holders.includes(holderId))) || (via === 'office' && !wanted.offices.some(({ id }) => id === holderId))),
  );
}

/** Once a delegate has come, a compartment never returns to those who prepared the mediation. */
function nextAudience({ after }: Planning, compartment: CompartmentView): EpochView['audience'] {
  return after.some(({ standing }) => standing === 'delegate') || compartment.epochs.some(({ audience }) => audience === 'mediation') ? 'mediation' : 'preparation';
}

/** A closed epoch waits until two people could hold the next, except where one holds alone by nature (design 4). */
function mayOpenNext(planning: Planning, compartment: CompartmentView, current: EpochView): boolean {
  if (!closesNow(planning, compartment, current)) return false;
  if ((current.closedAt === null && planning.opensNext !== 'where-two-stay') || mayHaveOneHolder(compartment, planning.after)) return true;

  const { persons, offices } = wantedFor(planning.view, planning.after, compartment, { ...current, openedAt: planning.at });
  const invited = (planning.invited ?? []).filter(({ compartments }) => compartments.some(({ kind, subject = null }) => kind === compartment.kind && subject === compartment.subject));

  return new Set([...persons, ...offices.flatMap(({ holders }) => holders), ...invited.map(({ id }) => id)]).size > 1;
}

function openEpoch(planning: Planning, plan: KeyPlan, jobs: Job[], compartment: CompartmentView, number: number, closes: string | null, actId?: string): void {
  const { view, after, session, at } = planning;
  const audience = nextAudience(planning, compartment);
  const key = new Uint8Array(randomBytes(32));
  const signed = actId ? undefined : signedAct(planning, 'open-epoch', compartment.id);
  if (signed) plan.acts.push(signed);
  const epoch = { id: randomUUID(), number, audience, openedAt: at } as const;
  const place: Place = { compartment, epoch, act: actId ?? (signed?.id as string) };
  plan.epochs.push({ id: epoch.id, caseId: view.row.id, compartmentId: compartment.id, number, audience, actId: place.act, openedBy: session.person, openedAt: at });
  if (closes) plan.closes.push(closes);

  const wanted = wantedFor(view, after, compartment, epoch);
  if (wanted.persons.includes(session.person)) plan.rings.push(ringRow(planning, place, key, null));
  addJobs(planning, plan, jobs, place, key, { ...wanted, persons: wanted.persons.filter((person) => person !== session.person) });
  plan.writable.set(compartment.id, { compartment, epochId: epoch.id, number, key });
}

function missing({ view, after }: Planning, compartment: CompartmentView, epoch: EpochView): Wanted {
  const wanted = wantedFor(view, after, compartment, epoch);

  return {
    persons: wanted.persons.filter((person) => !isHeldByName(view, epoch.id, person)),
    offices: wanted.offices.filter(({ id }) => !view.holders.some((holder) => holder.epochId === epoch.id && holder.holderId === id)),
  };
}

/** Once an office's grant goes, whoever read through it needs a key of their own. */
function isHeldByName(view: CaseView, epochId: string, person: string): boolean {
  return view.holders.some((holder) => holder.epochId === epochId && holder.via === 'person' && holder.holderId === person);
}

function isWanted({ view, after }: Planning, compartment: CompartmentView, epoch: EpochView, person: string): boolean {
  const wanted = wantedFor(view, after, compartment, epoch);

  return wanted.persons.includes(person) || wanted.offices.some(({ holders }) => holders.includes(person));
}

function addJobs(planning: Planning, plan: KeyPlan, jobs: Job[], place: Place, key: Uint8Array, { persons, offices }: Wanted): void {
  for (const person of persons) {
    if (person === planning.session.person) {
      if (!plan.rings.some((ring) => ring.epochId === place.epoch.id)) plan.rings.push(ringRow(planning, place, key, null));
      continue;
    }
    const reading = planning.after.filter((held) => held.person === person && reads(held, place.compartment, place.epoch));
    const keys = planning.proven.keysOf(person);
    if (!keys || !reading.some((held) => planning.proven.holds(held))) {
      plan.distrusted.push({ person, standing: reading[0]?.standing ?? 'none' });
      continue;
    }
    jobs.push({ key, place, recipient: { kind: 'person', id: person, publicKey: keys.statement.xwing, expiresAt: null } });
  }
  for (const office of offices) {
    const publicKey = officePublicKey(planning.world, planning.view.row.officeId, office);
    if (publicKey) jobs.push({ key, place, recipient: { kind: 'office', id: office.id, publicKey, expiresAt: null } });
    else plan.distrusted.push({ person: office.id, standing: `office-${office.use}` });
  }
}

/** The key that a member's signed statement publishes for exactly this office, use and epoch. */
function officePublicKey(world: World, officeId: string, office: OfficeKeyView): Uint8Array | undefined {
  try {
    const { statement, kind } = verifyStatement(office.statementDigest, world);
    const isOffices = kind === 'office' && statement.person === officeId && statement.role === office.use && statement.version === office.epoch;

    return isOffices ? statement.xwing : undefined;
  } catch (error) {
    if (error instanceof UntrustedError) return undefined;

    throw error;
  }
}

/** A link opens what its party would read: earlier epochs too, as for any newcomer, except in a caucus (design 4). */
function inviteJobs({ invited = [], view, keys, at }: Planning, plan: KeyPlan, jobs: Job[]): void {
  for (const { id, publicKey, expiresAt, compartments } of invited) {
    const recipient = { kind: 'invitation', id, publicKey, expiresAt } as const;
    for (const wanted of compartments) {
      const open = [...plan.writable.values()].find(({ compartment }) => compartment.kind === wanted.kind && (compartment.subject ?? null) === (wanted.subject ?? null));
      if (!open) throw new Problem('key-missing');
      const compartment = { ...open.compartment, subject: open.compartment.subject ?? null };
      const earlier = wanted.kind === 'caucus' ? [] : (view.compartments.find((one) => one.id === compartment.id)?.epochs ?? []).filter((epoch) => epoch.id !== open.epochId);
      for (const epoch of earlier) {
        const unlocked = keys.get(epoch.id);
        if (unlocked) jobs.push({ key: unlocked.key, place: { compartment, epoch, act: epoch.actId }, recipient });
      }
      jobs.push({ key: open.key, place: { compartment, epoch: { id: open.epochId, number: open.number, audience: 'preparation', openedAt: at }, act: actOf(plan, view, open.epochId) }, recipient });
    }
  }
}

function actOf(plan: KeyPlan, view: CaseView, epochId: string): string {
  const planned = plan.epochs.find(({ id }) => id === epochId)?.actId;
  const known = view.compartments.flatMap(({ epochs }) => epochs).find(({ id }) => id === epochId)?.actId;

  return (planned ?? known) as string;
}

async function seal({ deployment, session, view, at }: Planning, jobs: Job[]): Promise<GrantRow[]> {
  const facts = ({ place, recipient }: Job): GrantFacts => ({
    deployment, caseId: view.row.id, compartment: place.compartment.id, epoch: place.epoch.number, recipient: { kind: recipient.kind, id: recipient.id },
    grantor: session.person, act: place.act, createdAt: at, expiresAt: recipient.expiresAt,
  });
  const sealed = await sealEachGrant(session, jobs.map((job) => ({ key: job.key, recipient: { ...facts(job), publicKey: job.recipient.publicKey } })));

  return sealed.map((grant, index) => ({
    id: randomUUID(), caseId: grant.caseId, compartmentId: grant.compartment, epochId: (jobs[index] as Job).place.epoch.id,
    recipientKind: grant.recipient.kind, recipientId: grant.recipient.id, grantorId: grant.grantor, actId: grant.act,
    enc: grant.enc, ciphertext: grant.ciphertext, certificateId: session.certificate, signature: grant.signature,
    acceptSignature: null, createdAt: grant.createdAt, expiresAt: grant.expiresAt,
  }));
}

function ringRow({ deployment, session, view, at }: Planning, place: Place, key: Uint8Array, grantId: string | null): RingRow {
  const facts = { deployment, person: session.person, caseId: view.row.id, compartment: place.compartment.id, epoch: place.epoch.number };
  const sealed = sealRing(session.ringKey, facts, key);

  return {
    personId: session.person, epochId: place.epoch.id, caseId: view.row.id, compartmentId: place.compartment.id, grantId, sealed,
    certificateId: session.certificate, signature: signRing(session, facts, sealed), createdAt: at,
  };
}

function signedAct({ deployment, session, view, at }: Planning, kind: string, compartmentId: string): typeof act.$inferInsert {
  const signed = { id: randomUUID(), kind, caseId: view.row.id, subject: null, compartment: compartmentId, previous: null, at };

  return {
    id: signed.id, kind, caseId: signed.caseId, subject: null, compartmentId, previousId: null, at,
    authorId: session.person, certificateId: session.certificate, signature: signAct(session, deployment, signed),
  };
}
