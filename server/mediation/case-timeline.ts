import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { agreement, agreementSignature, caseFile, challenge, compartment, consent, deadline, designation, evaluation, item, meeting, notice, objectAgreement, party, referral, representative, request, seat } from '../../db/schema/index.ts';
import { isTold } from '../../policies/course.ts';
import type { Standing, State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { timelineOf, type CaseHistory, type TimelineEvent } from './timeline.ts';

/** A clock with the instant it runs from and the days on which it stood still: the cause of what is due. */
export type RunningDeadline = { rule: string; startedAt: string; dueOn: string; metAt: string | null; suspensions: readonly Pause[] };

/** Local days from which a clock stood still, and from which it ran again. */
export type Pause = { from: string; until: string | null };

export type CaseTimeline = {
  events: TimelineEvent[];
  deadlines: RunningDeadline[];
  /** How many parties have consented, of how many; never which. Null for those who are told nothing of it. */
  consents: { given: number; of: number } | null;
};

/**
 * The course of a case as far as this person may know it (`policies/course`), without content, with its clocks and their
 * starts. A party is told nothing of another's answers, interviews, letters or challenges, nor of the body beyond its being
 * convened.
 * @throws Problem `not-found`
 */
export async function caseTimeline(core: Core, session: Session, caseId: string): Promise<CaseTimeline> {
  return refusing(core, session, 'look', () => core.database.withActor({ kind: 'person', id: session.person }, (tx) => readTimeline(tx, caseId), { caseId }));
}

async function readTimeline(tx: Tx, caseId: string): Promise<CaseTimeline> {
  const [standings, history, deadlines, parties] = await Promise.all([
    tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`),
    readHistory(tx, caseId),
    tx.select().from(deadline).where(eq(deadline.caseId, caseId)).orderBy(asc(deadline.dueAt)),
    tx.select({ id: party.id }).from(party).where(eq(party.caseId, caseId)),
  ]);

  return {
    events: timelineOf(history, standings),
    deadlines: deadlines.map(({ rule, startAt, dueOn, metAt, suspensions }) => ({ rule, startedAt: startAt.toISOString(), dueOn, metAt: metAt?.toISOString() ?? null, suspensions })),
    consents: isTold(standings, 'all-consented', null) ? { given: history.answers.filter(({ answer }) => answer === 'consent').length, of: parties.length } : null,
  };
}

async function readHistory(tx: Tx, caseId: string): Promise<CaseHistory> {
  const [row] = await tx.select().from(caseFile).where(eq(caseFile.id, caseId));
  if (!row) throw new Problem('not-found');
  const [people, body, course, ends] = await Promise.all([readPeople(tx, caseId), readBody(tx, caseId), readCourse(tx, caseId), readEnds(tx, caseId)]);
  const state = row.state as State;

  return {
    state, outcome: row.outcome, receivedAt: row.receivedAt, acknowledgedAt: row.acknowledgedAt, inCharge: row.inCharge, chargedAt: row.chargedAt, consentedAt: row.consentedAt, closedAt: row.closedAt,
    ...people, ...body, ...course, ...ends, begunAt: begunStates.includes(state) ? course.challengeOverAt : null,
  };
}

/** A beginning has no row of its own: it stops the clock of challenges, and a case that stands later has begun. */
const begunStates: readonly State[] = ['in_mediation', 'agreement_proposed', 'agreed', 'partly_agreed', 'follow_up', 'closed', 'ended'];

/** Whoever filed joined by filing: only those who came later are told of as having joined. */
async function readPeople(tx: Tx, caseId: string) {
  const [joined, answers, agreed, waived] = await Promise.all([
    tx.select({ party: representative.partyId, at: representative.since }).from(representative).leftJoin(request, eq(request.caseId, representative.caseId)).where(and(eq(representative.caseId, caseId), sql`${representative.personId} is distinct from ${request.authorId}`)),
    tx.select({ party: consent.partyId, at: consent.at, answer: consent.answer }).from(consent).where(eq(consent.caseId, caseId)),
    tx.select({ party: objectAgreement.partyId, at: objectAgreement.at }).from(objectAgreement).where(eq(objectAgreement.caseId, caseId)),
    tx.select({ party: party.id, at: party.challengeWaivedAt }).from(party).where(eq(party.caseId, caseId)),
  ]);

  return { joined, answers, objectAgreements: agreed, waivers: waived.flatMap(({ party: one, at }) => (at === null ? [] : [{ party: one, at }])) };
}

async function readBody(tx: Tx, caseId: string) {
  const [seats, notices] = await Promise.all([
    tx.select({ at: seat.convenedAt }).from(seat).where(eq(seat.caseId, caseId)),
    tx.select({ subject: notice.subject, at: notice.recordedAt }).from(notice).where(and(eq(notice.caseId, caseId), eq(notice.state, 'sent'))),
  ]);

  return { convenedAt: seats.map(({ at }) => at), notices };
}

async function readCourse(tx: Tx, caseId: string) {
  const [designations, challenges, rooms, meetings, letters, clocks] = await Promise.all([
    tx.select({ person: designation.personId, at: designation.at, endedAt: designation.endedAt }).from(designation).where(eq(designation.caseId, caseId)).orderBy(asc(designation.at)),
    tx.select({ party: challenge.partyId, person: designation.personId, at: challenge.at }).from(challenge).leftJoin(designation, eq(designation.id, challenge.designationId)).where(eq(challenge.caseId, caseId)),
    tx.select({ at: compartment.createdAt }).from(compartment).where(and(eq(compartment.caseId, caseId), eq(compartment.kind, 'room'))),
    tx.select({ kind: meeting.kind, party: meeting.partyId, heldOn: meeting.heldOn }).from(meeting).where(eq(meeting.caseId, caseId)),
    tx.select({ party: compartment.subject, kind: item.kind, at: item.createdAt }).from(item).innerJoin(compartment, eq(compartment.id, item.compartmentId)).where(and(eq(item.caseId, caseId), eq(compartment.kind, 'letters'))),
    tx.select({ rule: deadline.rule, startAt: deadline.startAt, metAt: deadline.metAt }).from(deadline).where(and(eq(deadline.caseId, caseId), inArray(deadline.rule, ['consent-answer', 'challenge']))).orderBy(asc(deadline.startAt)),
  ]);
  const latest = (rule: string) => clocks.filter((one) => one.rule === rule).at(-1);

  return {
    designations, challenges, roomOpenedAt: rooms[0]?.at ?? null, meetings,
    letters: letters.flatMap(({ party: one, kind, at }) => (one === null ? [] : [{ party: one, kind, at }])),
    answersAskedAt: latest('consent-answer')?.startAt ?? null, challengeOverAt: latest('challenge')?.metAt ?? null,
  };
}

async function readEnds(tx: Tx, caseId: string) {
  const [proposals, evaluations, referrals] = await Promise.all([
    tx.select({ id: agreement.id, at: agreement.proposedAt }).from(agreement).where(eq(agreement.caseId, caseId)).orderBy(desc(agreement.version)),
    tx.select({ at: evaluation.at }).from(evaluation).where(eq(evaluation.caseId, caseId)),
    tx.select().from(referral).where(sql`${caseId} in (${referral.lowerCaseId}, ${referral.upperCaseId})`),
  ]);
  const [last] = proposals;
  const signatures = last ? await tx.select({ party: agreementSignature.partyId, at: agreementSignature.at }).from(agreementSignature).where(eq(agreementSignature.agreementId, last.id)) : [];

  return { proposals, evaluations, signatures, referrals: referrals.map(({ madeAt, answeredAt, state, lowerCaseId }) => ({ madeAt, answeredAt, state, isFromHere: lowerCaseId === caseId })) };
}
