import { randomBytes } from 'node:crypto';
import type { State } from '../../../policies/vocabulary.ts';
import { standingsIn, type File } from '../model.ts';
import type { Move, Step, World } from '../world.ts';

export const order: readonly State[] = ['received', 'acknowledged', 'notified', 'convened', 'consent_requested', 'consented', 'designated', 'in_mediation', 'agreement_proposed', 'ended'];

/**
 * Brings a case forward to a state that gives nobody reach; the deeds that lead there have tests of their own. False when
 * the case is already beyond it.
 */
export async function inState({ copy: { superuser } }: World, file: File, wanted: State, orIn: readonly State[] = []): Promise<boolean> {
  const [row] = await superuser<{ state: State }[]>`select state from case_file where id = ${file.id}`;
  if (!row) return false;
  if (row.state === wanted || orIn.includes(row.state)) return true;
  const isSecondDelegate = wanted === 'consented' && row.state === 'designated';
  if (!isSecondDelegate && (order.indexOf(row.state) < 0 || order.indexOf(row.state) > order.indexOf(wanted))) return false;
  await superuser`update case_file set state = ${wanted} where id = ${file.id}`;

  return true;
}

export function standings(world: World, file: File) {
  return standingsIn(world.facts, file, world.copy.clock.now());
}

/** Who runs the case: in charge, or in the place of whoever is. */
export function charged(held: ReturnType<typeof standings>): string[] {
  return held.filter(({ standing }) => standing === 'in-charge' || standing === 'stand-in').map(({ person }) => person);
}

export function delegates(held: ReturnType<typeof standings>): string[] {
  return held.filter(({ standing }) => standing === 'delegate').map(({ person }) => person);
}

export function words(): string {
  return `Un texte que seuls ses lecteurs connaissent : ${randomBytes(12).toString('hex')}.`;
}

export function move(who: string, does: string, weight: number, play: () => Promise<Step>): Move {
  return { who, does, weight, play };
}
