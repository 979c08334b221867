import { randomUUID } from 'node:crypto';
import type { item } from '../../db/schema/index.ts';
import { shredPurposeOf } from '../../policies/access.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { dataKey } from '../vault/hkdf.ts';
import { sealItem } from '../vault/item.ts';
import type { ShredKeys } from '../vault/shred.ts';
import type { KeyPlan, NewCompartment } from './keys/planning.ts';

/** A text as a row, sealed in the compartment of the plan that the session can write. @throws Problem `key-missing` */
export function sealedItem(
  core: Core, session: Session, caseId: string, plan: KeyPlan, shred: Partial<ShredKeys>, place: NewCompartment, kind: string, text: string, now: Date, sourceDigest?: Uint8Array,
): typeof item.$inferInsert & { id: string; version: number; sealed: Uint8Array } {
  const open = [...plan.writable.values()].find(({ compartment: one }) => one.kind === place.kind && (one.subject ?? null) === (place.subject ?? null));
  const shredKey = shred[shredPurposeOf(place.kind)];
  if (!open || !shredKey) throw new Problem('key-missing');

  const deployment = core.secrets.deployment.id;
  const facts = { deployment, caseId, compartment: open.compartment.id, epoch: open.number, id: randomUUID(), version: 1, kind, author: session.person, createdAt: now };
  const key = dataKey({ compartmentKey: open.key, shredKey, deployment, caseId, compartment: open.compartment.id, epoch: open.number });

  return {
    id: facts.id, version: 1, caseId, compartmentId: facts.compartment, epochId: open.epochId, kind, authorId: session.person, createdAt: now,
    sourceDigest: sourceDigest ?? null, sealed: sealItem(key, facts, text),
  };
}
