import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { agreementSignature, challenge, consent, objectAgreement, party as partyTable, referral, seat } from '../../db/schema/index.ts';
import { decide, type Refusal } from '../../policies/decide.ts';
import { actsOf, type Act } from '../../policies/lifecycle.ts';
import { guards, type Guard } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { isAway } from './absences.ts';
import { latestObject } from './agree-object.ts';
import { attestationItem } from './attest.ts';
import { beginGuards } from './begin.ts';
import { finalAgreement } from './final-agreement.ts';
import { isExamined } from './body-examined.ts';
import { answersLeft } from './declare-interests.ts';
import { hasJoinable } from './has-joinable.ts';
import { loadCase, standingsOf, type CaseView } from './keys/view.ts';
import { hasNoConflict } from './no-conflict.ts';
import { nothingToTurn } from './nothing-to-turn.ts';
import { isObjectAgreed } from './object-agreed.ts';
import { hasPriorStep } from './prior-step.ts';
import { latestAgreement } from './propose-agreement.ts';
import { latestProposal } from './settle.ts';
import { sourceCases } from './source-cases.ts';
import { stayingParties } from './staying-parties.ts';

/** An act for somebody of these standings in this state: possible now, or once the missing fact is there. */
export type PossibleAct = { act: Act; missing: Exclude<Refusal, 'out-of-reach' | 'wrong-state'> | null };

/**
 * What a person may do in a case now, and what is missing for the rest: the same decision as the deeds', on the facts that
 * do not depend on what the deed is told (its reasons, whom it names). What is already done, or has nothing to bear on, is not there.
 * @throws Problem `not-found`
 */
export async function possibleActs(core: Core, session: Session, caseId: string): Promise<PossibleAct[]> {
  const possible = await refusing(core, session, 'look', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const view = await loadCase(tx, caseId);
      if (!view) throw new Problem('not-found');
      const mine = standingsOf(view, session.person);
      const [facts, done] = await Promise.all([guardFacts(core, tx, view, session.person), doneAlready(core, tx, view, session.person)]);

      return actsOf(view.row.tier).filter((act) => !done.has(act)).flatMap((act): PossibleAct[] => {
        const decision = decide(mine, act, { tier: view.row.tier, state: view.row.state, isReferralPending: view.referral?.state === 'pending', isSuspended: view.row.suspendedAt !== null, guards: { ...facts, ...factsFor(act, facts) } });
        if (decision.allow) return [{ act, missing: null }];

        return decision.why === 'out-of-reach' || decision.why === 'wrong-state' ? [] : [{ act, missing: decision.why }];
      });
    }, { caseId }));
  const has = (wanted: Act) => possible.some(({ act }) => act === wanted);
  // What lies in other cases is read outside the transaction, which sees this one alone.
  const [mayJoin, mayCarry] = await Promise.all([has('join') && hasJoinable(core, session, caseId), has('carry-account') && sourceCases(core, session, caseId).then(({ length }) => length > 0)]);

  return possible.filter(({ act }) => (act !== 'join' || mayJoin) && (act !== 'carry-account' || mayCarry));
}

/** The facts that rows give. A guard that a deed establishes from what it is told is taken as fulfilled. */
async function guardFacts(core: Core, tx: Tx, view: CaseView, person: string): Promise<Partial<Record<Guard, boolean>>> {
  const [isAgreed, examined, beginning, last, free, seats, parties, challenged, staying, hasStep, away] = await Promise.all([
    isObjectAgreed(tx, view),
    isExamined(tx, view, core.clock()),
    beginGuards(tx, view.row.id),
    finalAgreement(tx, view),
    hasNoConflict(tx, view, person),
    tx.select().from(seat).where(eq(seat.caseId, view.row.id)),
    tx.select({ id: partyTable.id, litigation: partyTable.litigation }).from(partyTable).where(eq(partyTable.caseId, view.row.id)),
    tx.select({ party: challenge.partyId }).from(challenge).where(eq(challenge.caseId, view.row.id)),
    stayingParties(tx, view.row.id),
    hasPriorStep(tx, view),
    isAway(tx, view.row.officeId, person, core.clock()),
  ]);
  const own = ownParties(view, person);

  return {
    ...Object.fromEntries(guards.map((guard) => [guard, true])),
    ...beginning,
    'object-agreed': isAgreed,
    'body-examined': examined,
    'agreement-signed-by-all': last?.isSignedByAll ?? false,
    'no-conflict-declared': free,
    'prior-step-evidenced-or-waived': hasStep,
    'two-parties-left': staying.length > 1,
    present: !away,
    'taken-in-charge': view.row.inCharge !== null,
    declared: seats.some(({ answer, seatedAt, endedAt }) => answer !== null && answer !== 'recused' && seatedAt === null && endedAt === null) || seats.some(({ personId, seatedAt }) => personId === person && seatedAt !== null),
    'litigation-reviewed': !parties.some(({ id, litigation }) => own.includes(id) && litigation === 'declared'),
    'challenge-unused': !challenged.some(({ party }) => own.includes(party)),
  };
}

/** Consents of all are asked anew by acts that collect them; here only `begin` waits for those given. */
function factsFor(act: Act, facts: Partial<Record<Guard, boolean>>): Partial<Record<Guard, boolean>> {
  return { 'all-consents': act === 'begin' ? (facts['all-consents'] ?? false) : true };
}

/** What one does once: answered, signed, declared, advised. An advice, a link seen later and a refusal after a consent stay open. */
async function doneAlready(core: Core, tx: Tx, view: CaseView, person: string): Promise<Set<Act>> {
  const caseId = view.row.id;
  const own = ownParties(view, person);
  const [answers, last, proposal, object, waived, seats, referrals, attested] = await Promise.all([
    tx.select({ party: consent.partyId }).from(consent).where(eq(consent.caseId, caseId)),
    latestAgreement(tx, caseId),
    latestProposal(tx, caseId),
    latestObject(tx, view),
    tx.select({ id: partyTable.id, at: partyTable.challengeWaivedAt, litigation: partyTable.litigation }).from(partyTable).where(eq(partyTable.caseId, caseId)),
    tx.select({ answer: seat.answer, person: seat.personId }).from(seat).where(and(eq(seat.caseId, caseId), eq(seat.personId, person))),
    tx.select({ id: referral.id }).from(referral).where(and(eq(referral.lowerCaseId, caseId), ne(referral.state, 'returned'))),
    attestationItem(tx, caseId),
  ]);
  const signedText = last ?? proposal;
  const [signed, agreed] = await Promise.all([
    signedText ? tx.select({ party: agreementSignature.partyId }).from(agreementSignature).where(eq(agreementSignature.agreementId, signedText.id)) : [],
    object ? tx.select({ party: objectAgreement.partyId }).from(objectAgreement).where(eq(objectAgreement.itemId, object)) : [],
  ]);
  const isParty = own.length > 0;
  const all = (parties: readonly string[]) => own.length > 0 && own.every((party) => parties.includes(party));
  const done: [Act, boolean][] = [
    ['take-charge', view.standings.some(({ standing }) => standing === 'in-charge')],
    ['consent', all(answers.map(({ party }) => party))],
    ['agree', all(answers.map(({ party }) => party))],
    // What a party agrees or signs must have been written; whoever is in charge writes it anew at will.
    ['agree-object', isParty && (object === undefined || all(agreed.map(({ party }) => party)))],
    ['sign-agreement', all(signed.map(({ party }) => party))],
    ['settle', isParty && (proposal === undefined || all(signed.map(({ party }) => party)))],
    ['waive-challenge', all(waived.filter(({ at }) => at !== null).map(({ id }) => id))],
    ['review-litigation', !waived.some(({ litigation }) => litigation === 'declared' || (litigation === 'reviewed' && view.row.suspendedAt !== null))],
    ['agree-in-part', !last?.isPartial],
    ...(await nothingToTurn(core, tx, view, { person, own })),
    ['refer-up', referrals.length > 0],
    ['attest', attested !== undefined],
    // A link seen later is told: what remains to be said is for `declare-interests`.
    ['declare-interests', seats.some(({ answer }) => answer !== null && answersLeft(answer).length === 0)],
  ];

  return new Set(done.filter(([, isDone]) => isDone).map(([act]) => act));
}

function ownParties(view: CaseView, person: string): string[] {
  return view.standings.flatMap((held) => (held.person === person && held.standing === 'party' && held.subject !== null ? [held.subject] : []));
}
