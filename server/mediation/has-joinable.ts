import { and, eq, inArray, ne } from 'drizzle-orm';
import { caseFile } from '../../db/schema/index.ts';
import { transitionOf } from '../../policies/lifecycle.ts';
import type { Core, Session } from '../core.ts';

/** Whether somebody has in charge, in the same office, another case at a stage at which it could be joined to this one. */
export async function hasJoinable(core: Core, session: Session, caseId: string): Promise<boolean> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const [row] = await tx.select({ tier: caseFile.tier, officeId: caseFile.officeId }).from(caseFile).where(eq(caseFile.id, caseId));
    const from = row && transitionOf('join', row.tier)?.from;
    if (!row || from === undefined || typeof from === 'string') return false;
    const ofTheirs = and(eq(caseFile.officeId, row.officeId), eq(caseFile.inCharge, session.person), ne(caseFile.id, caseId));

    return (await tx.select({ id: caseFile.id }).from(caseFile).where(and(ofTheirs, inArray(caseFile.state, [...from]))).limit(1)).length > 0;
  });
}
