import type { Work } from './deed.ts';
import type { NewCompartment } from './keys/planning.ts';
import { compartmentOf, type CaseView } from './keys/view.ts';

/** The parties somebody stands for now, in no order. */
export function acceptedParties(view: Pick<CaseView, 'standings'>): string[] {
  return [...new Set(view.standings.flatMap(({ standing, subject }) => (standing === 'party' && subject !== null ? [subject] : [])))];
}

/** Whom an answer to a request is for: the party who asked, or every party of a case that came by referral. */
export function askingParties(view: Pick<CaseView, 'standings'>): string[] {
  const requesters = view.standings.filter(({ standing }) => standing === 'requester').map(({ person }) => person);
  const own = view.standings.flatMap(({ person, standing, subject }) => (standing === 'party' && subject !== null && requesters.includes(person) ? [subject] : []));

  return own.length > 0 ? [...new Set(own)] : acceptedParties(view);
}

/** The letters of these parties that have no place yet; of all accepted ones unless said otherwise. */
export function missingLetters(view: CaseView, parties: readonly string[] = acceptedParties(view)): NewCompartment[] {
  return parties.filter((subject) => !compartmentOf(view, 'letters', subject)).map((subject) => ({ kind: 'letters', subject }));
}

/** The same letter to each of these parties, each in its own compartment. */
export async function writeLetters({ view, write }: Pick<Work, 'view' | 'write'>, kind: string, text: string, parties: readonly string[] = acceptedParties(view)): Promise<void> {
  for (const subject of parties) await write({ kind: 'letters', subject }, kind, text);
}
