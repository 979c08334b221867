import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { setting } from '../../db/schema/index.ts';
import { addDays, localDate } from '../../policies/charter/calendar.ts';
import type { Signatory } from '../../policies/charter/referrers.ts';
import { settingOn } from '../../policies/charter/settings.ts';
import type { InstitutionalCapacity } from '../../policies/charter/words.ts';
import type { Core, Session } from '../core.ts';
import { holderOfCapacity } from '../people/offices/institution.ts';
import { currentKeys } from '../people/offices/mandates.ts';
import { loadWorld } from '../people/world.ts';
import { Problem } from '../problems.ts';
import type { Verified } from '../vault/trust.ts';
import { judge, signatoryOf, type InstitutionalReferral } from './institutional-referral.ts';

/** The other hand that D art. 6 asks for. */
const secondHandOf: Partial<Record<InstitutionalCapacity, InstitutionalCapacity>> = { director: 'cme-president', 'cme-president': 'director' };

/**
 * The two who must sign for medical staff, each competent once the other has; their keys, and until when the second may.
 * @throws Problem `not-found` without a mandate for that capacity, `invalid-body` as `signatoryOf`, `cosigner-missing` when nobody holds the other function,
 *   and as `judge`
 */
export async function bothHands(tx: Tx, core: Core, { person }: Session, body: InstitutionalReferral, now: Date) {
  const first = await signatoryOf(tx, core, person, body, now);
  const capacity = secondHandOf[body.capacity];
  if (!capacity || !first.establishmentId) throw new Problem('referrer-not-competent');
  const holder = await holderOfCapacity(tx, core, capacity, first.establishmentId, now);
  if (!holder || holder === person) throw new Problem('cosigner-missing');

  const second: Signatory = { capacity, personKey: holder, establishmentId: first.establishmentId };
  await judge(tx, body, { referrer: first, cosigners: [second] }, now);
  await judge(tx, body, { referrer: second, cosigners: [first] }, now);
  const world = await loadWorld(tx, core.secrets, now, { persons: [person, holder] });
  const hands = [person, holder].map((one) => currentKeys(one, world)).filter((keys): keys is Verified => keys !== undefined);
  if (hands.length < 2) throw new Problem('cosigner-missing');
  const day = localDate(now, 'UTC');
  const days = settingOn('referral-proposal', await tx.select().from(setting).where(eq(setting.key, 'referral-proposal')), day);

  return { first, second, hands, expiresAt: new Date(`${addDays(day, days)}T23:59:59.999Z`) };
}
