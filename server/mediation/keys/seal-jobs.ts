import { randomUUID } from 'node:crypto';
import { reads } from '../../../policies/access.ts';
import { Problem } from '../../problems.ts';
import { verifyStatement } from '../../vault/chain.ts';
import { sealEachGrant, type GrantFacts } from '../../vault/grant.ts';
import { UntrustedError, type World } from '../../vault/trust.ts';
import type { KeyPlan, Place, Planning } from './planning.ts';
import type { Wanted } from './readers.ts';
import { ringRow } from './ring-row.ts';
import type { GrantRow } from './unlock.ts';
import type { CaseView, OfficeKeyView } from './view.ts';

/** One key to seal to one recipient. */
export type Job = { key: Uint8Array; place: Place; recipient: { kind: 'person' | 'office' | 'invitation'; id: string; publicKey: Uint8Array; expiresAt: Date | null } };

/** Adds what is to be sealed to everybody wanted whom signed acts lead to; the others are told apart. */
export function addJobs(planning: Planning, plan: KeyPlan, jobs: Job[], place: Place, key: Uint8Array, { persons, offices }: Wanted): void {
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
export function inviteJobs({ invited = [], view, keys, at }: Planning, plan: KeyPlan, jobs: Job[]): void {
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

/** Seals every job on worker threads. */
export async function seal({ deployment, session, view, at }: Planning, jobs: Job[]): Promise<GrantRow[]> {
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
