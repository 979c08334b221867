import { randomUUID } from 'node:crypto';
import { referral } from '../../db/schema/index.ts';
import { referrerCompetent } from '../../policies/charter/competence.ts';
import type { ReferralGround } from '../../policies/charter/reasons.ts';
import { transitionOf } from '../../policies/lifecycle.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { answerByReferring } from './answer-call-up.ts';
import { performDeed } from './deed.ts';
import type { CaseView } from './keys/view.ts';
import { insertCase, type PreparedCase } from './open-case.ts';
import { prepareUpperCase } from './upper-case.ts';

export type Referring = { ground: ReferralGround; callUp?: string };
export type Referred = { referral: string; case: string; reference: string; receivedAt: string; answerBy: string | null };

/**
 * The regional mediator who had the case refers it to the national mediator, once the regional examination has not
 * succeeded (D art. 10 [L]). Needs no party's consent; the mediation above needs all of them anew. Nothing crosses by
 * grant: the facts sheets are copies sealed for the national office and for each party. May answer a call-up.
 * @throws Problem `referrer-not-competent` to a party who tries, `wrong-state`, `acted-first`, `office-empty`
 */
export async function referUp(core: Core, session: Session, caseId: string, { ground, callUp }: Referring): Promise<Referred> {
  let prepared: PreparedCase | undefined;

  return performDeed(core, session, caseId, {
    act: 'refer-up',
    spansCases: true,
    guards: async (_tx, view) => ({ 'regional-not-succeeded': hasNotSucceeded(view, session) }),
    beforehand: async (view) => void (prepared = await prepareUpperCase(core, session, view, ground)),
    change: async ({ tx, view, now, note }) => {
      const upper = prepared as PreparedCase;
      const { row, deadlines } = upper.opening;
      const id = randomUUID();
      const written = await insertCase(tx, upper);
      await tx.insert(referral).values({ id, lowerCaseId: caseId, upperCaseId: row.id, ground, state: 'pending', madeBy: session.person, madeAt: now });
      if (callUp) await answerByReferring(tx, session, { callUp, referral: id, lower: view.row, now });
      await core.journal.append(tx, {
        event: 'deed', act: 'refer-up', actor: { kind: 'person', person: session.person, role: 'requester' }, subject: { caseId: row.id, lower: caseId }, detail: { ground }, written, signer: signerOf(session),
      });
      note({ ground, upper: row.id });

      return {
        referral: id, case: row.id, reference: row.reference, receivedAt: row.receivedAt.toISOString(),
        answerBy: deadlines.find(({ rule }) => rule === 'referral-answer')?.dueOn ?? null,
      };
    },
  });
}

/** Guards G5 and G17: the mediator of the territory, and a regional examination that did not succeed. */
function hasNotSucceeded({ row }: CaseView, session: Session): boolean {
  const unsuccessful = transitionOf('refer-up', 'regional')?.from ?? [];
  const regionalCase = row.territoryId === null ? null : { territoryId: row.territoryId, succeeded: !unsuccessful.includes(row.state) };
  const referrer = { capacity: 'regional-mediator' as const, personKey: session.person, ...(row.territoryId !== null && { territoryId: row.territoryId }) };

  return referrerCompetent({ tier: 'national', referrer, cosigners: [], parties: [], establishments: [], regionalCase }).ok;
}
