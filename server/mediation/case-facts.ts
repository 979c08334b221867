import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { caseFile, compartment, deadline, designation, party, representative, seat } from '../../db/schema/index.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';

/** The facts of one case, without content: dates, deadlines, who is what as far as this person may know. */
export async function caseFacts(core: Core, session: Session, caseId: string) {
  return refusing(core, session, 'look', () => core.database.withActor({ kind: 'person', id: session.person }, (tx) => readFacts(tx, session, caseId), { caseId }));
}

async function readFacts(tx: Tx, session: Session, caseId: string) {
  const [row] = await tx.select().from(caseFile).where(eq(caseFile.id, caseId));
  if (!row) throw new Problem('not-found');

  const [standings, parties, representatives, deadlines, designations, seats, compartments] = await Promise.all([
    tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`),
    tx.select().from(party).where(eq(party.caseId, caseId)).orderBy(asc(party.ordinal)),
    tx.select().from(representative).where(eq(representative.caseId, caseId)),
    tx.select().from(deadline).where(eq(deadline.caseId, caseId)).orderBy(asc(deadline.dueAt)),
    tx.select().from(designation).where(eq(designation.caseId, caseId)).orderBy(asc(designation.at)),
    tx.select().from(seat).where(eq(seat.caseId, caseId)),
    tx.select({ id: compartment.id, kind: compartment.kind, subject: compartment.subject }).from(compartment).where(inArray(compartment.id, sql`(select compartment_id from epoch where id = any (array (select reachable_compartments())))`)),
  ]);
  const mine = standings.map(({ standing }) => standing);
  const presides = mine.some((standing) => ['in-charge', 'secretary', 'register'].includes(standing));

  return {
    case: row.id, reference: row.reference, tier: row.tier, state: row.state, purpose: row.purpose, outcome: row.outcome, inCharge: row.inCharge,
    receivedAt: row.receivedAt.toISOString(), acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null, consentedAt: row.consentedAt?.toISOString() ?? null,
    me: standings.map(({ standing, subject }) => ({ standing, subject })),
    parties: parties.map(({ id, ordinal, kind }) => ({ party: id, ordinal, kind, isRepresented: representatives.some(({ partyId, until }) => partyId === id && until === null) })),
    deadlines: deadlines.map(({ rule, dueOn, metAt }) => ({ rule, dueOn, metAt: metAt?.toISOString() ?? null })),
    designations: mine.some((standing) => standing !== 'convened' && standing !== 'seated') ? designations.map(({ id, personId, certified, endedAt }) => ({ designation: id, person: personId, certified, endedAt: endedAt?.toISOString() ?? null })) : [],
    seats: seats.filter(({ personId }) => presides || personId === session.person).map(({ personId, excluded, answer, seatedAt, endedAt }) => ({ person: personId, excluded, answer, isSeated: seatedAt !== null && endedAt === null })),
    readable: compartments.map(({ kind, subject }) => ({ kind, subject })),
  };
}
