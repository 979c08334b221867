import { asc, eq, or } from 'drizzle-orm';
import { caseFile, referral } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';

/** The referrals that lead to or from a case one reaches: codes and dates, for the parties and both offices. */
export async function listReferrals(core: Core, session: Session, caseId: string) {
  return refusing(core, session, 'list-referrals', () => core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const [row] = await tx.select({ id: caseFile.id }).from(caseFile).where(eq(caseFile.id, caseId));
    if (!row) throw new Problem('not-found');

    const rows = await tx.select().from(referral).where(or(eq(referral.lowerCaseId, caseId), eq(referral.upperCaseId, caseId))).orderBy(asc(referral.madeAt));
    await core.journal.append(tx, { event: 'listed', act: 'referrals', actor: { kind: 'person', person: session.person }, subject: { caseId }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map(({ id, lowerCaseId, upperCaseId, ground, state, reason, madeAt, answeredAt }) => ({
      referral: id, lower: lowerCaseId, upper: upperCaseId, ground, state, reason, madeAt: madeAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null,
    }));
  }));
}
