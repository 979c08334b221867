import { places } from '../cast.ts';
import type { World } from './plan.ts';
import { situations } from './situations.ts';

/**
 * This morning a director signs first a referral that concerns a doctor: nothing exists until the president of the medical
 * commission has signed too (D art. 6).
 */
export async function signFirst({ at, officer }: World): Promise<void> {
  await at(0);
  const { whatHappened, sinceWhen, effectOnWork, expectations } = situations.theatre;
  const parties = [
    { name: 'Étiennette Vaucresson', function: 'Infirmière de bloc opératoire', profession: 'nurse', establishment: places.arzonne },
    { name: 'Aurélien Malissart', function: 'Chirurgien', profession: 'hospital-practitioner', establishment: places.arzonne },
  ];
  await officer('principal').post('/api/referral-proposals', {
    tier: 'regional', capacity: 'director', purpose: 'dispute', parties, account: { whatHappened, sinceWhen, effectOnWork, expectations }, exclusions: [],
    priorStep: { form: 'internal', from: null, to: null, outcome: 'failed', attested: false }, consents: { informedOfNotices: true, accurate: true },
  });
}
