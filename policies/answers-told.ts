import type { Standing } from './vocabulary.ts';

type Held = { standing: Standing; subject: string | null };

/** Which parties have answered, for somebody of these standings: a party is told of their own answer, and of the others' once all who stay have given theirs. */
export function answersTold(mine: readonly Held[], answered: readonly string[], staying: readonly string[]): string[] {
  const isAll = staying.every((party) => answered.includes(party));
  if (isAll || mine.some(({ standing }) => officials.includes(standing))) return [...answered];

  return answered.filter((party) => mine.some(({ subject }) => subject === party));
}

const officials: readonly Standing[] = ['in-charge', 'stand-in', 'successor', 'delegate'];
