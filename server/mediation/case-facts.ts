import { and, asc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { caseFile, compartment, deadline, designation, handOver, joining, party, representative, seat } from '../../db/schema/index.ts';
import { isTold } from '../../policies/course.ts';
import type { Standing, State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { toldBy } from './told.ts';

/** The facts of one case, without content: dates, deadlines, who is what as far as this person may know. */
export async function caseFacts(core: Core, session: Session, caseId: string) {
  return refusing(core, session, 'look', () => core.database.withActor({ kind: 'person', id: session.person }, (tx) => readFacts(tx, session, caseId), { caseId }));
}

type StandInRow = { person: string; since: string; until: string };

async function readFacts(tx: Tx, session: Session, caseId: string) {
  const [row] = await tx.select().from(caseFile).where(eq(caseFile.id, caseId));
  if (!row) throw new Problem('not-found');

  const [standings, parties, representatives, deadlines, designations, seats, compartments, standIns, offers, joinings] = await Promise.all([
    tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`),
    tx.select().from(party).where(eq(party.caseId, caseId)).orderBy(asc(party.ordinal)),
    tx.select().from(representative).where(eq(representative.caseId, caseId)),
    tx.select().from(deadline).where(eq(deadline.caseId, caseId)).orderBy(asc(deadline.dueAt)),
    tx.select().from(designation).where(eq(designation.caseId, caseId)).orderBy(asc(designation.at)),
    tx.select().from(seat).where(eq(seat.caseId, caseId)),
    tx.select({ id: compartment.id, kind: compartment.kind, subject: compartment.subject }).from(compartment).where(inArray(compartment.id, sql`(select compartment_id from epoch where id = any (array (select reachable_compartments())))`)),
    tx.execute<StandInRow>(sql`
      select s.person_id as person, s.since, a.until_at as until from case_standings(${caseId}) s
      join absence a on a.office_id = ${row.officeId} and a.person_id = ${row.inCharge} and a.deputy_id = s.person_id and a.from_at = s.since and a.ended_at is null where s.standing = 'stand-in'`),
    tx.select().from(handOver).where(and(eq(handOver.caseId, caseId), eq(handOver.state, 'pending'), gt(handOver.expiresAt, sql`entente_now()`))),
    tx.select().from(joining).where(or(eq(joining.caseId, caseId), eq(joining.joinedCaseId, caseId))),
  ]);
  const mine = standings.map(({ standing }) => standing);
  const mayTellWhoLeft = mine.some((standing) => ['in-charge', 'stand-in', 'secretary', 'delegate'].includes(standing));
  // Whether another has taken up their invitation is nobody's business before all have consented (policies/course).
  const haveMet = row.consentedAt !== null || designations.length > 0;
  const presides = mine.some((standing) => ['in-charge', 'stand-in', 'successor', 'secretary', 'register'].includes(standing));

  return {
    case: row.id, reference: row.reference, tier: row.tier, state: row.state, purpose: row.purpose, outcome: row.outcome, outcomeReason: row.outcomeReason, inCharge: row.inCharge,
    suspendedAt: row.suspendedAt?.toISOString() ?? null,
    standIn: standIns.map(({ person, since, until }) => ({ person, since: new Date(since).toISOString(), until: new Date(until).toISOString() }))[0] ?? null,
    handOver: offers.filter(() => presides).map(({ toPerson, offeredAt, expiresAt }) => ({ to: toPerson, offeredAt: offeredAt.toISOString(), expiresAt: expiresAt.toISOString() }))[0] ?? null,
    joinings: joinings.map(({ caseId: kept, joinedCaseId, receivedAt, joinedAt }) => ({ kept, joined: joinedCaseId, receivedAt: receivedAt.toISOString(), joinedAt: joinedAt.toISOString() })),
    receivedAt: row.receivedAt.toISOString(), acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null, consentedAt: row.consentedAt?.toISOString() ?? null,
    me: standings.map(({ standing, subject }) => ({ standing, subject })),
    parties: parties.map(({ id, ordinal, kind, withdrawnAt }) => ({ party: id, ordinal, kind, ...(mayTellWhoLeft && { hasLeft: withdrawnAt !== null }), ...((haveMet || isTold(standings, 'joined', id)) && { isRepresented: representatives.some(({ partyId, until }) => partyId === id && until === null) }) })),
    deadlines: deadlines.map(({ rule, dueOn, metAt, suspensions }) => ({ rule, dueOn, metAt: metAt?.toISOString() ?? null, suspensions })),
    designations: mine.some((standing) => standing !== 'convened' && standing !== 'seated') ? designations.map(({ id, personId, certified, endedAt }) => ({ designation: id, person: personId, certified, endedAt: endedAt?.toISOString() ?? null })) : [],
    seats: seats.filter(({ personId }) => presides || personId === session.person).map(({ personId, excluded, answer, seatedAt, endedAt }) => ({ person: personId, excluded, answer, isSeated: seatedAt !== null && endedAt === null })),
    told: toldBy({ state: row.state as State, outcomeReason: row.outcomeReason, closedAt: row.closedAt, suspendedAt: row.suspendedAt, withdrawals: parties.flatMap(({ withdrawnAt }) => (withdrawnAt ? [withdrawnAt] : [])) }, mine),
    readable: compartments.map(({ kind, subject }) => ({ kind, subject })),
  };
}
