import type { HeldStanding } from './access.ts';
import type { Standing } from './vocabulary.ts';

/** Who works on a case for its body, from being convened on: those whom a party that joins it later may bar (G14). */
export function bodyOf(standings: readonly Pick<HeldStanding, 'person' | 'standing'>[]): string[] {
  return standings.filter(({ standing }) => ofTheBody.includes(standing)).map(({ person }) => person);
}

const ofTheBody: readonly Standing[] = ['convened', 'seated', 'delegate'];
