import { eq } from 'drizzle-orm';
import { evaluation } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';

/**
 * A delegate or the mediator in charge closes a case whose agreement was evaluated at least once. A person closes; no date
 * does (domain 9.3).
 * @throws Problem `not-found`, `wrong-state`, `evaluation-missing`
 */
export async function close(core: Core, session: Session, caseId: string): Promise<{ closedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'close',
    change: async ({ tx, now, move }) => {
      const [once] = await tx.select({ id: evaluation.id }).from(evaluation).where(eq(evaluation.caseId, caseId)).limit(1);
      if (!once) throw new Problem('evaluation-missing');
      await move('closed', { closedAt: now });

      return { closedAt: now.toISOString() };
    },
  });
}
