import { idBytes, equal } from '../../vault/bytes.ts';
import type { ActRow } from './view.ts';

/** Whether the last that proven acts say of this person is that another took the case over from them. */
export function hasHandedOver(taken: readonly ActRow[], person: string): boolean {
  const left = latest(taken, ({ kind, subject }) => kind === 'accept-hand-over' && subject !== null && equal(subject, idBytes(person)));
  const came = latest(taken, ({ kind, authorId }) => (kind === 'take-charge' || kind === 'accept-hand-over') && authorId === person);

  return left > came;
}

function latest(acts: readonly ActRow[], isOne: (act: ActRow) => boolean): number {
  return Math.max(0, ...acts.filter(isOne).map(({ at }) => at.getTime()));
}
