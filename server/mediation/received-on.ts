import { receiptInstant, receiptRefusal } from '../../policies/charter/receipt.ts';
import type { Setting } from '../../policies/charter/settings.ts';
import { Problem } from '../problems.ts';

const advice = {
  'not-yet': 'Indiquez le jour où le papier est arrivé : aujourd’hui ou avant.',
  'too-long-ago': 'Ce jour est trop ancien pour être saisi. Parlez-en au médiateur.',
} as const;

/**
 * The instant that counts for a paper received on a local day of the establishment.
 * @throws Problem `invalid-body` for a day to come, or too long ago
 */
export function receivedInstant(receivedOn: string, now: Date, { zone, settings }: { zone: string; settings: readonly Setting[] }): Date {
  const why = receiptRefusal(receivedOn, now, zone, settings);
  if (why) throw new Problem('invalid-body', { errors: [{ field: 'receivedOn', message: advice[why] }] });

  return receiptInstant(receivedOn, now, zone);
}
