import { and, desc, eq } from 'drizzle-orm';
import { callUp, caseFile, office, territory } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';

const latest = 100;

/**
 * The call-ups one's office has made or received, the latest first; row-level security chooses them. `case`: the situation
 * they name, where it lies with the office that was asked and is within reach.
 */
export async function listCallUps(core: Core, session: Session) {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const rows = await tx
      .select({ asked: callUp, territory: territory.name, case: caseFile.id })
      .from(callUp)
      .innerJoin(office, eq(office.id, callUp.toOfficeId))
      .leftJoin(territory, eq(territory.id, office.territoryId))
      .leftJoin(caseFile, and(eq(caseFile.reference, callUp.reference), eq(caseFile.officeId, callUp.toOfficeId)))
      .orderBy(desc(callUp.askedAt))
      .limit(latest);
    await core.journal.append(tx, { event: 'listed', act: 'call-ups', actor: { kind: 'person', person: session.person }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map(({ asked: { id, fromOfficeId, toOfficeId, reference, purpose, reason, askedAt, dueOn, answer, answerReason, referralId, answeredAt }, territory: name, case: found }) => ({
      callUp: id, from: fromOfficeId, to: toOfficeId, territory: name, case: found, reference, purpose, reason, askedAt: askedAt.toISOString(), dueOn, answer, answerReason,
      referral: referralId, answeredAt: answeredAt?.toISOString() ?? null,
    }));
  });
}
