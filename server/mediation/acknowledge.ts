import { and, eq } from 'drizzle-orm';
import { deadline } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';

/** Acknowledges a request within eight days of its receipt (D art. 6, art. 10 [L]): a coded fact, rendered from a template. */
export async function acknowledge(core: Core, session: Session, caseId: string): Promise<{ acknowledgedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'acknowledge',
    change: async ({ tx, now, move }) => {
      await move('acknowledged', { acknowledgedAt: now });
      await tx.update(deadline).set({ metAt: now }).where(and(eq(deadline.caseId, caseId), eq(deadline.rule, 'acknowledgement')));

      return { acknowledgedAt: now.toISOString() };
    },
  });
}
