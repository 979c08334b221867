import { and, asc, eq, inArray } from 'drizzle-orm';
import { caseFile, deadline, referral, territory } from '../../db/schema/index.ts';
import type { ReferralGround } from '../../policies/charter/reasons.ts';
import type { State } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { ownOffices } from './own-offices.ts';

/** A referral that waits for an answer. `by`: the name of whoever refers, where it is within reach. */
export type PendingReferral = {
  referral: string; case: string; reference: string; state: State; territory: string | null; by: string | null; ground: ReferralGround; madeAt: string; answerBy: string | null;
};

/**
 * The referrals that wait for the national mediator's answer, the oldest first (D art. 10 [L]).
 * @throws Problem `not-found` for whoever does not preside at the national tier
 */
export async function listPendingReferrals(core: Core, session: Session): Promise<PendingReferral[]> {
  return refusing(core, session, 'list-referrals', () => core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const offices = await ownOffices(tx, core, session, 'national');
    if (offices.length === 0) throw new Problem('not-found');

    const rows = await tx
      .select({ referral, reference: caseFile.reference, state: caseFile.state, territory: territory.name, answerBy: deadline.dueOn })
      .from(referral)
      .innerJoin(caseFile, eq(caseFile.id, referral.upperCaseId))
      .leftJoin(territory, eq(territory.id, caseFile.territoryId))
      .leftJoin(deadline, and(eq(deadline.caseId, caseFile.id), eq(deadline.rule, 'referral-answer')))
      .where(and(eq(referral.state, 'pending'), inArray(caseFile.officeId, offices)))
      .orderBy(asc(referral.madeAt));
    const names = await namesOf(tx, core, rows.map((row) => row.referral.madeBy));
    await core.journal.append(tx, { event: 'listed', act: 'referrals', actor: { kind: 'person', person: session.person, role: 'presiding' }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map(({ referral: { id, upperCaseId, ground, madeBy, madeAt }, reference, state, territory: name, answerBy }) => ({
      referral: id, case: upperCaseId, reference, state: state as State, territory: name, by: names.get(madeBy) ?? null, ground: ground as ReferralGround, madeAt: madeAt.toISOString(), answerBy,
    }));
  }));
}
