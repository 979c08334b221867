import { and, eq, inArray, sql } from 'drizzle-orm';
import { mandate, office } from '../../../db/schema/index.ts';
import { bodyRuleOf, compositionWarnings, type CompositionWarning } from '../../../policies/charter/body.ts';
import type { OfficeTier } from '../../../policies/vocabulary.ts';
import type { Core, Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { rolesInForce } from './mandates.ts';

/** `unstated`: members whose gender was not asked. */
export type Composition = { office: { id: string; tier: OfficeTier; code: string }; members: number; women: number; men: number; unstated: number; warnings: Pick<CompositionWarning, 'code' | 'found' | 'expected'>[] };

/**
 * How the committee of each regional and national office is made up, in numbers, and what the texts expect of it (G18): for an
 * administrator. The zones of the overseas committee are not counted: no mandate says from which zone a member comes.
 * @throws Problem `not-found`
 */
export async function listCompositions(core: Core, session: Session): Promise<Composition[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    if (!(await rolesInForce(tx, core.secrets, core.clock(), session.person)).includes('administrator')) throw new Problem('not-found');
    const offices = await tx.select({ id: office.id, tier: office.tier, code: office.code }).from(office).where(inArray(office.tier, ['regional', 'national'])).orderBy(office.tier, office.code);
    const seats = await tx.select({ office: mandate.officeId, gender: mandate.gender }).from(mandate).where(and(eq(mandate.role, 'member'), sql`${mandate.id} in (select id from live_mandate)`));

    return offices.map((one) => {
      const own = seats.filter((seat) => seat.office === one.id).map(({ gender }) => ({ gender, zone: null }));
      const count = (wanted: 'woman' | 'man' | null) => own.filter(({ gender }) => gender === wanted).length;

      return {
        office: one, members: own.length, women: count('woman'), men: count('man'), unstated: count(null),
        warnings: compositionWarnings(own, { ...bodyRuleOf(one), zones: {} }).map(({ code, found, expected }) => ({ code, found, expected })),
      };
    });
  });
}
