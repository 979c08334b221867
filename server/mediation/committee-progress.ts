import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { advice, seat } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { examination } from './body-examined.ts';
import { loadCase, standingsOf } from './keys/view.ts';

/** How far the examination is, in numbers alone; `own`: where the advice of whoever asks lies, and when it was given. */
export type CommitteeProgress = { seated: number; advices: number; quorum: number; own: { item: string; givenAt: string } | null };

/**
 * How many members sit, have advised, and must: nobody is named and no advice told (web 11).
 * @throws Problem `not-found` for whoever neither sits nor decides
 */
export async function committeeProgress(core: Core, session: Session, caseId: string): Promise<CommitteeProgress> {
  return refusing(core, session, 'look', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const view = await loadCase(tx, caseId);
      if (!view || !standingsOf(view, session.person).some((standing) => ['seated', 'in-charge', 'stand-in'].includes(standing))) throw new Problem('not-found');
      const [seats, [own], { advices, quorum }] = await Promise.all([
        tx.select({ id: seat.id }).from(seat).where(and(eq(seat.caseId, caseId), isNotNull(seat.seatedAt), isNull(seat.endedAt))),
        tx.select().from(advice).where(and(eq(advice.caseId, caseId), eq(advice.personId, session.person))),
        examination(tx, view, core.clock()),
      ]);

      return { seated: seats.length, advices, quorum, own: own ? { item: own.itemId, givenAt: own.givenAt.toISOString() } : null };
    }, { caseId }));
}
