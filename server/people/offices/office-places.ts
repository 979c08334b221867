import type { OfficeTier } from '../../../policies/vocabulary.ts';
import type { Core } from '../../core.ts';
import { directoryFacts } from '../directory.ts';

/** Names the place of an office from its code: the territory, the establishment, or what an institution answers for. */
export async function officePlaces(core: Core): Promise<(office: { tier: OfficeTier; code: string }) => string> {
  const { territories, establishments, departments } = await core.database.withActor({ kind: 'visitor' }, (tx) => directoryFacts(tx, core.clock()));

  return ({ tier, code }) => {
    if (tier === 'regional') return territories.find((one) => one.code === code)?.name ?? '';
    if (tier === 'local') return establishments.find((one) => one.identifier === code)?.name ?? '';
    const place = code.split(':')[1];

    return establishments.find(({ id }) => id === place)?.name ?? departments.find((one) => one.code === place)?.name ?? '';
  };
}
