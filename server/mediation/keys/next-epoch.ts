import { begunAgain, mayHaveOneHolder } from '../../../policies/access.ts';
import type { NewCompartment, Planning } from './planning.ts';
import { wantedFor, type Wanted } from './readers.ts';
import type { CaseView, CompartmentView, EpochView } from './view.ts';

/** One of `begunAgain` that the deed opens anew. */
export function isBegunAgain({ creates = [] }: Planning, compartment: CompartmentView): boolean {
  return begunAgain.includes(compartment.kind) && creates.some((created) => isAt(compartment, created));
}

export function isAt({ kind, subject }: CompartmentView, wanted: NewCompartment): boolean {
  return kind === wanted.kind && subject === (wanted.subject ?? null);
}

/**
 * A new epoch is due when the last is closed, or when a deed makes somebody leave it on purpose, or come who may only
 * read what is written from now on: a caucus passes from the mediator in charge to the delegates.
 */
export function closesNow(planning: Planning, compartment: CompartmentView, current: EpochView): boolean {
  const { view, after, opensNext, at } = planning;
  if (current.closedAt !== null) return true;
  if (!opensNext) return false;
  if (compartment.kind === 'caucus' && nextAudience(planning, compartment) !== current.audience) return true;

  const wanted = wantedFor(view, after, compartment, current);
  const next = wantedFor(view, after, compartment, { number: current.number + 1, audience: nextAudience(planning, compartment), openedAt: at });
  if (next.persons.some((person) => !wanted.persons.includes(person))) return true;

  return view.holders.some((holder) => holder.epochId === current.id && !isStillWanted(holder, wanted));
}

/** By name, or through an office's key that is wanted; a link only waits. */
function isStillWanted({ via, holderId }: CaseView['holders'][number], { persons, offices }: Wanted): boolean {
  if (via === 'office') return offices.some(({ id }) => id === holderId);

  return via !== 'person' || persons.includes(holderId) || offices.some(({ holders }) => holders.includes(holderId));
}

/** Once a delegate has come, a compartment never returns to those who prepared the mediation. */
export function nextAudience({ after }: Planning, compartment: CompartmentView): EpochView['audience'] {
  return after.some(({ standing }) => standing === 'delegate') || compartment.epochs.some(({ audience }) => audience === 'mediation') ? 'mediation' : 'preparation';
}

/** A closed epoch waits until two people could hold the next, except where one holds alone by nature (design 4). */
export function mayOpenNext(planning: Planning, compartment: CompartmentView, current: EpochView): boolean {
  if (!closesNow(planning, compartment, current)) return false;
  if ((current.closedAt === null && planning.opensNext !== 'where-two-stay') || mayHaveOneHolder(compartment, planning.after)) return true;

  const { persons, offices } = wantedFor(planning.view, planning.after, compartment, { ...current, openedAt: planning.at });
  const invited = (planning.invited ?? []).filter(({ compartments }) => compartments.some(({ kind, subject = null }) => kind === compartment.kind && subject === compartment.subject));

  return new Set([...persons, ...offices.flatMap(({ holders }) => holders), ...invited.map(({ id }) => id)]).size > 1;
}
