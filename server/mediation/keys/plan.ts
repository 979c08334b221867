import { randomBytes, randomUUID } from 'node:crypto';
import type { act } from '../../../db/schema/index.ts';
import { begunAgain } from '../../../policies/access.ts';
import { signAct } from '../../vault/act.ts';
import { isAt, isBegunAgain, closesNow, mayOpenNext, nextAudience } from './next-epoch.ts';
import type { KeyPlan, Place, Planning } from './planning.ts';
import { wantedFor, type Wanted } from './readers.ts';
import { ringRow } from './ring-row.ts';
import { addJobs, inviteJobs, seal, type Job } from './seal-jobs.ts';
import type { CaseView, CompartmentView, EpochView } from './view.ts';

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

/** A compartment and each of its epochs were opened by signed acts; in a planted one nothing is sealed and nothing written. */
function isProven({ proven }: Planning, compartment: CompartmentView): boolean {
  return proven.opened(compartment.actId, compartment.createdBy, compartment) && compartment.epochs.every(({ actId, openedBy, number }) => proven.opened(actId, openedBy, compartment, number));
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

function signedAct({ deployment, session, view, at }: Planning, kind: string, compartmentId: string): typeof act.$inferInsert {
  const signed = { id: randomUUID(), kind, caseId: view.row.id, subject: null, compartment: compartmentId, previous: null, at };

  return {
    id: signed.id, kind, caseId: signed.caseId, subject: null, compartmentId, previousId: null, at,
    authorId: session.person, certificateId: session.certificate, signature: signAct(session, deployment, signed),
  };
}
