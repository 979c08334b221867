import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { notice } from '../../db/schema/index.ts';
import { noticesListedAs } from '../../policies/notices-listed.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';

/**
 * Notices and copies of the agreement, by function and without a name: what was sent, held, decided, posted. For the
 * secretary and whoever runs the case; no recipient is ever told of another.
 * @throws Problem `not-found` for anybody else
 */
export async function listNotices(core: Core, session: Session, caseId: string) {
  const rows = await refusing(core, session, 'list-notices', () => core.database.withActor({ kind: 'person', id: session.person }, (tx) => readAndJournal(core, session, tx, caseId), { caseId }));

  return rows.map(({ id, subject, function: held, state, recordedAt, decision, substitute, postedOn, postedHow }) => ({
    notice: id, subject, function: held, state, recordedAt: recordedAt.toISOString(), decision, substitute, postedOn, postedHow,
  }));
}

async function readAndJournal(core: Core, session: Session, tx: Tx, caseId: string) {
  const mine = await tx.execute<{ standing: Standing }>(sql`select standing from own_standings(${caseId})`);
  const role = noticesListedAs(mine.map(({ standing }) => standing));
  if (!role) throw new Problem('not-found');

  const rows = await tx.select().from(notice).where(eq(notice.caseId, caseId)).orderBy(asc(notice.recordedAt), asc(notice.function), asc(notice.id));
  await core.journal.append(tx, { event: 'listed', act: 'notices', actor: { kind: 'person', person: session.person, role }, subject: { caseId }, detail: { count: rows.length }, signer: signerOf(session) });

  return rows;
}
