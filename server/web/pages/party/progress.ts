import type { State, Tier } from '../../../../policies/vocabulary.ts';

const study: readonly State[] = ['acknowledged', 'notified', 'convened'];
const talks: readonly State[] = ['consented', 'designated', 'in_mediation', 'in_conciliation', 'agreement_proposed'];

/** Which step a case has reached, from 0: five at the mediation tiers, three at the local one. */
export function stepOf(tier: Tier, state: State): number {
  if (tier === 'local') return state === 'received' ? 0 : state === 'consent_requested' || talks.includes(state) ? 1 : 2;
  if (state === 'received') return 0;
  if (study.includes(state)) return 1;
  if (state === 'consent_requested') return 2;

  return talks.includes(state) ? 3 : 4;
}
