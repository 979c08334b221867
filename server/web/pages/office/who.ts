import type { Standing } from '../../../../policies/vocabulary.ts';
import { isOneOf, type About } from '../../about.ts';

/** Whoever runs a mediation, in whatever part, and is no party to it. */
export function isOfficial(about: About): boolean {
  return about.facts.tier !== 'local' && !isOneOf(about, 'party') && isOneOf(about, 'register', 'secretary', 'presiding', 'in-charge', 'delegate');
}

/** A page for these standings among those who run a mediation; whoever stands in for the person in charge has theirs. */
export function officialsWho(...standings: readonly Standing[]): (about: About) => boolean {
  const wanted = standings.includes('in-charge') ? [...standings, 'stand-in' as const] : standings;

  return (about) => isOfficial(about) && isOneOf(about, ...wanted);
}
