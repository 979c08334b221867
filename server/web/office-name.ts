import type { InstitutionalCapacity } from '../../policies/charter/words.ts';
import type { OfficeTier } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import { officePlaces } from '../people/offices/office-places.ts';
import { fr } from './words/fr.ts';

/** An office in words: what it does and where. */
export async function officeNames(core: Core): Promise<(office: { tier: OfficeTier; code: string }) => string> {
  const placeOf = await officePlaces(core);

  return (office) => fr.administration.officeAt(kindOf(office), placeOf(office));
}

function kindOf({ tier, code }: { tier: OfficeTier; code: string }): string {
  const capacity = code.split(':')[0] as InstitutionalCapacity;

  return tier === 'institution' ? fr.administration.capacities[capacity] : fr.administration.tiers[tier];
}
