import {
  ars,
  cmePresident,
  cng,
  cngNationally,
  dean,
  director,
  party,
  prefect,
  regionalMediator,
  schoolHead,
  type CompetenceRefusal,
  type Referral,
  type Rule,
} from './referrers.ts';
import { tiers, type Capacity, type Tier } from './words.ts';

export type Competence =
  | { ok: true; source: string }
  | { ok: false; why: 'referrer-not-competent'; because: CompetenceRefusal };

/**
 * Guard G5: may this person refer, in this capacity, at this tier? D art. 6 (regional) and art. 10 (national).
 * An institution is competent as soon as one party is theirs; the text does not ask that all be [I].
 */
export function referrerCompetent(referral: Referral): Competence {
  const because = rules[referral.tier][referral.referrer.capacity](referral);
  if (because) return { ok: false, why: 'referrer-not-competent', because };

  return { ok: true, source: sources[referral.tier] };
}

/** The tiers to which a capacity may refer at all, whoever the parties are. */
export function tiersOpenTo(capacity: Capacity): Tier[] {
  return tiers.filter((tier) => rules[tier][capacity] !== tierNotTheirs);
}

const sources = { local: 'N22 [P]', regional: 'D art. 6 [L]', national: 'D art. 10 [L]' } as const;

const tierNotTheirs: Rule = () => 'tier-not-theirs';

const nobody: Record<Capacity, Rule> = {
  party: tierNotTheirs,
  director: tierNotTheirs,
  'cme-president': tierNotTheirs,
  dean: tierNotTheirs,
  'school-head': tierNotTheirs,
  ars: tierNotTheirs,
  cng: tierNotTheirs,
  prefect: tierNotTheirs,
  ministers: tierNotTheirs,
  'regional-mediator': tierNotTheirs,
};

const rules: Record<Tier, Record<Capacity, Rule>> = {
  // Local conciliation is signalled by a party (domain 2.1 [P]).
  local: { ...nobody, party },
  // D art. 6 [L]
  regional: {
    ...nobody,
    party,
    director,
    'cme-president': cmePresident,
    dean,
    'school-head': schoolHead,
    ars,
    cng,
    prefect,
  },
  // D art. 10 [L]: never the parties; the ministers at any time.
  national: {
    ...nobody,
    party: () => 'parties-refer-regionally',
    cng: cngNationally,
    ministers: () => undefined,
    'regional-mediator': regionalMediator,
  },
};
