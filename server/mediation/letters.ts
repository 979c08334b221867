import type { Work } from './deed.ts';
import type { NewCompartment } from './keys/plan.ts';
import { compartmentOf, type CaseView } from './keys/view.ts';

/** The parties somebody stands for now, in no order. */
export function acceptedParties(view: Pick<CaseView, 'standings'>): string[] {
  return [...new Set(view.standings.flatMap(({ standing, subject }) => (standing === 'party' && subject !== null ? [subject] : [])))];
}

/** The letters of accepted parties that have no place yet. */
export function missingLetters(view: CaseView): NewCompartment[] {
  return acceptedParties(view).filter((subject) => !compartmentOf(view, 'letters', subject)).map((subject) => ({ kind: 'letters', subject }));
}

/** The same letter to each accepted party, each in its own compartment. */
export async function writeLetters({ view, write }: Pick<Work, 'view' | 'write'>, kind: string, text: string): Promise<void> {
  for (const subject of acceptedParties(view)) await write({ kind: 'letters', subject }, kind, text);
}
