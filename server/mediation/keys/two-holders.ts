import { mayHaveOneHolder, type HeldStanding } from '../../../policies/access.ts';
import type { CompartmentKind } from '../../../policies/vocabulary.ts';
import { Problem } from '../../problems.ts';
import type { KeyPlan } from './planning.ts';
import { livingHolders, wantedFor } from './readers.ts';
import type { CaseView } from './view.ts';

/**
 * Design 4: two living holders for every compartment of an open case, except those that are one person's by nature.
 * @throws Problem `two-holders` naming the kind
 */
export function requireTwoHolders(view: CaseView, plan: KeyPlan, after: readonly HeldStanding[]): void {
  const known = [...view.compartments, ...plan.compartments].map(({ id, kind, subject = null }) => ({ id, kind: kind as CompartmentKind, subject }));
  for (const opened of plan.epochs) {
    const place = known.find(({ id }) => id === opened.compartmentId);
    if (!place || mayHaveOneHolder(place, after)) continue;
    const planned = plan.grants.filter(({ epochId }) => epochId === opened.id).flatMap(({ recipientKind, recipientId }) => (recipientKind === 'office' ? (view.officeKeys.find(({ id }) => id === recipientId)?.holders ?? []) : [recipientId]));
    const holders = new Set([...planned, ...plan.rings.filter(({ epochId }) => epochId === opened.id).map(({ personId }) => personId), ...livingHolders(view, opened.id as string)]);
    if (holders.size < 2) throw new Problem('two-holders', { missing: place.kind });
  }
}

/** How many compartments that two people held are left with one holder or none by a departure. */
export function countLeftToOne(view: CaseView, after: readonly HeldStanding[]): number {
  return view.compartments.filter((one) => {
    const current = one.epochs.at(-1);
    if (!current || mayHaveOneHolder(one, after)) return false;

    const before = livingHolders(view, current.id);
    const { persons, offices } = wantedFor(view, after, one, current);
    const staying = [...before].filter((person) => persons.includes(person) || offices.some(({ holders }) => holders.includes(person)));

    return before.size > staying.length && staying.length < 2;
  }).length;
}
