import { Problem } from '../problems.ts';
import type { CaseView } from './keys/view.ts';

/**
 * The party a person acts for. Who stands for several says which.
 * @throws Problem `not-found` when they stand for none (or not for that one), `invalid-body` when they must say which
 */
export function ownParty(view: Pick<CaseView, 'standings'>, person: string, wanted?: string): string {
  const own = view.standings.flatMap((held) => (held.person === person && held.standing === 'party' && held.subject !== null ? [held.subject] : []));
  const found = wanted === undefined ? own : own.filter((party) => party === wanted);
  if (found.length > 1) throw new Problem('invalid-body', { errors: [{ field: 'party', message: 'Dites pour laquelle des parties vous agissez.' }] });

  const [party] = found;
  if (party === undefined) throw new Problem('not-found');

  return party;
}
