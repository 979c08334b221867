import type { Standing } from '../../../../policies/vocabulary.ts';
import { isOneOf, type About } from '../../about.ts';

/** Whoever runs a conciliation, or may take it in charge, and is no party to it. */
export function isOfScheme(about: About): boolean {
  return about.facts.tier === 'local' && !isOneOf(about, 'party') && isOneOf(about, 'register', 'presiding', 'in-charge', 'alternate', 'stand-in');
}

/** A page for these standings among them. */
export function ofSchemeWho(...standings: readonly Standing[]): (about: About) => boolean {
  return (about) => isOfScheme(about) && isOneOf(about, ...standings);
}
