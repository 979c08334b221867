import { eq } from 'drizzle-orm';
import { caseFile, joining, referral } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';

/** Where a party's own texts may come from: the case below, and those joined to this one that exist for this person. */
export async function sourceCases(core: Core, session: Session, caseId: string): Promise<string[]> {
  const [below, joined] = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => Promise.all([
    tx.select({ id: referral.lowerCaseId }).from(referral).where(eq(referral.upperCaseId, caseId)),
    tx.select({ id: joining.joinedCaseId }).from(joining).innerJoin(caseFile, eq(caseFile.id, joining.joinedCaseId)).where(eq(joining.caseId, caseId)),
  ]));

  return [...below, ...joined].map(({ id }) => id);
}
