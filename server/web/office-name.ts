import type { InstitutionalCapacity } from '../../policies/charter/words.ts';
import type { OfficeTier, Tier } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import { officePlaces } from '../people/offices/office-places.ts';
import { fr } from './words/fr.ts';

/** An office in words: what it does and where. */
export async function officeNames(core: Core): Promise<(office: { tier: OfficeTier; code: string }) => string> {
  const placeOf = await officePlaces(core);

  return ({ tier, code }) => fr.administration.officeAt(kindInWords(tier === 'institution' ? capacityOf(code) : tier), placeOf({ tier, code }));
}

/** What an office does, wherever it is: its tier, or what the institution is. */
export function kindInWords(kind: Tier | 'service' | InstitutionalCapacity): string {
  return { ...fr.administration.tiers, ...fr.administration.capacities }[kind];
}

/** What the code of an institution's office says first. */
export function capacityOf(code: string): InstitutionalCapacity {
  return code.split(':')[0] as InstitutionalCapacity;
}

/** The place that the code of an institution's office names: an establishment's id, a region's or department's code. */
export function placeIn(code: string): string | undefined {
  return code.split(':')[1];
}
