import { states, type State } from '../../policies/vocabulary.ts';
import { StoryError } from '../telling.ts';
import type { Territory } from './play.ts';

/** More would mean that somebody comes back when nothing waits for them. */
const mostSignIns = 300;

/** Throws StoryError unless a case stands in every state, and nobody signed in needlessly. */
export function requireWhole({ states: reached, signIns }: Pick<Territory, 'states' | 'signIns'>, expected: readonly State[] = states): void {
  const found = new Set(reached.values());
  const missing = expected.filter((state) => !found.has(state));
  if (missing.length > 0) throw new StoryError(`No case of the territory is ${missing.join(', ')}.`);
  if (signIns >= mostSignIns) throw new StoryError(`The territory took ${signIns} sign-ins, and should take fewer than ${mostSignIns}.`);
}
