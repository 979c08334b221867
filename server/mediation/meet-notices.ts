import { and, eq, isNull, or } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { notice } from '../../db/schema/index.ts';
import { meetDeadline } from './start-deadline.ts';

/**
 * Stops the clock of the notices once none waits: each has been posted, or it was decided that it does not leave. Where the
 * texts name nobody that is at once. A letter drawn up has told nobody yet (D art. 6 [L]).
 */
export async function meetNotices(tx: Tx, caseId: string, now: Date): Promise<void> {
  const waits = or(eq(notice.state, 'held'), and(eq(notice.state, 'sent'), isNull(notice.postedOn)));
  const [waiting] = await tx.select({ id: notice.id }).from(notice).where(and(eq(notice.caseId, caseId), eq(notice.subject, 'request'), waits)).limit(1);
  if (!waiting) await meetDeadline(tx, caseId, 'notices', now);
}
