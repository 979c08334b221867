import { desc } from 'drizzle-orm';
import { callUp } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';

const latest = 100;

/** The call-ups one's office has made or received, the latest first; row-level security chooses them. */
export async function listCallUps(core: Core, session: Session) {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const rows = await tx.select().from(callUp).orderBy(desc(callUp.askedAt)).limit(latest);
    await core.journal.append(tx, { event: 'listed', act: 'call-ups', actor: { kind: 'person', person: session.person }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map(({ id, fromOfficeId, toOfficeId, reference, purpose, reason, askedAt, dueOn, answer, answerReason, referralId, answeredAt }) => ({
      callUp: id, from: fromOfficeId, to: toOfficeId, reference, purpose, reason, askedAt: askedAt.toISOString(), dueOn, answer, answerReason,
      referral: referralId, answeredAt: answeredAt?.toISOString() ?? null,
    }));
  });
}
