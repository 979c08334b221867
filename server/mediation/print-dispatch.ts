import { asc, eq } from 'drizzle-orm';
import { caseFile, notice } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import type { DispatchText } from './dispatches.ts';
import { reveal } from './reveal.ts';

/** What was sent or held, by function, without a name: for those who may know that the case exists. */
export async function listNotices(core: Core, session: Session, caseId: string) {
  const rows = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const [known] = await tx.select({ id: caseFile.id }).from(caseFile).where(eq(caseFile.id, caseId));
    if (!known) throw new Problem('not-found');

    return tx.select().from(notice).where(eq(notice.caseId, caseId)).orderBy(asc(notice.recordedAt), asc(notice.function));
  }, { caseId });

  return rows.map(({ id, subject, function: held, state, recordedAt }) => ({ notice: id, subject, function: held, state, recordedAt: recordedAt.toISOString() }));
}

/**
 * Opens one document for the secretary who prints it; the reading is journaled.
 * @throws Problem `not-found` when it is held, unknown, or not theirs
 */
export async function printDispatch(core: Core, session: Session, caseId: string, noticeId: string): Promise<DispatchText> {
  const [document] = await reveal(core, session, caseId, [{ kind: 'dispatch', subject: noticeId }]);
  if (!document) throw new Problem('not-found');

  return JSON.parse(document.text) as DispatchText;
}
