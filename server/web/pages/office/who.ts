import type { Standing } from '../../../../policies/vocabulary.ts';
import { isOneOf, type About } from '../../about.ts';

/** Whoever runs a mediation, in whatever part, and is no party to it. */
export function isOfficial(about: About): boolean {
  return about.facts.tier !== 'local' && !isOneOf(about, 'party') && isOneOf(about, 'register', 'secretary', 'presiding', 'in-charge', 'delegate');
}

/** A page for these standings among those who run a mediation. */
export function officialsWho(...standings: readonly Standing[]): (about: About) => boolean {
  return (about) => isOfficial(about) && isOneOf(about, ...standings);
}
