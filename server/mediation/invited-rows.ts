import { randomUUID } from 'node:crypto';
import type { item, ringKey } from '../../db/schema/index.ts';
import { shredPurposeOf } from '../../policies/access.ts';
import type { CompartmentKind } from '../../policies/vocabulary.ts';
import type { Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { dataKey } from '../vault/hkdf.ts';
import { sealItem } from '../vault/item.ts';
import { sealRing, signRing } from '../vault/ring.ts';
import type { ShredKeys } from '../vault/shred.ts';
import { epochOf } from './keys/unlock.ts';
import { compartmentOf, type CaseView } from './keys/view.ts';
import type { PersonEntry } from './request-body.ts';

/** What somebody who accepts may say at once: their own entry, corrected or completed, and their account. */
export type FirstWords = { entry?: PersonEntry | undefined; account?: string | undefined };

type Opened = { deployment: string; session: Session; view: CaseView; byEpoch: ReadonlyMap<string, Uint8Array>; at: Date };

/** What was sealed to a link, as the acceptor's own access. */
export function ownRing({ deployment, session, view, byEpoch, at }: Opened): (typeof ringKey.$inferInsert)[] {
  return [...byEpoch].flatMap(([epochId, key]) => {
    const place = epochOf(view, epochId);
    if (!place) return [];

    const facts = { deployment, person: session.person, caseId: view.row.id, compartment: place.compartment.id, epoch: place.epoch.number };
    const sealed = sealRing(session.ringKey, facts, key);

    return [{
      personId: session.person, epochId, caseId: facts.caseId, compartmentId: facts.compartment, grantId: null, sealed,
      certificateId: session.certificate, signature: signRing(session, facts, sealed), createdAt: at,
    }];
  });
}

/** @throws Problem `key-missing` when the link's key does not open where they would write */
export function sealInvited({ words, ...given }: Opened & { party: string; shred: Partial<ShredKeys>; words: FirstWords }): (typeof item.$inferInsert & { id: string; version: number; sealed: Uint8Array })[] {
  return [
    ...(words.entry ? [sealed(given, 'identity', 'entry', JSON.stringify(words.entry))] : []),
    ...(words.account === undefined ? [] : [sealed(given, 'account', 'account', words.account)]),
  ];
}

function sealed({ deployment, session, view, byEpoch, at, party, shred }: Opened & { party: string; shred: Partial<ShredKeys> }, place: CompartmentKind, kind: string, text: string) {
  const compartment = compartmentOf(view, place, party);
  const epoch = compartment?.epochs.findLast(({ id, closedAt }) => closedAt === null && byEpoch.has(id));
  const compartmentKey = epoch && byEpoch.get(epoch.id);
  const shredKey = shred[shredPurposeOf(place)];
  if (!compartment || !epoch || !compartmentKey || !shredKey) throw new Problem('key-missing');

  const where = { deployment, caseId: view.row.id, compartment: compartment.id, epoch: epoch.number };
  const facts = { ...where, id: randomUUID(), version: 1, kind, author: session.person, createdAt: at };

  return {
    id: facts.id, version: 1, caseId: facts.caseId, compartmentId: compartment.id, epochId: epoch.id, kind, authorId: session.person,
    createdAt: at, sourceDigest: null, sealed: sealItem(dataKey({ ...where, compartmentKey, shredKey }), facts, text),
  };
}
