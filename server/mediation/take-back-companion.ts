import { and, eq } from 'drizzle-orm';
import { companion as companionTable } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';

/**
 * A party no longer wishes to be accompanied by somebody they named.
 * @throws Problem `not-found` (also for another party's companion), `wrong-state`, `acted-first`
 */
export async function takeBackCompanion(core: Core, session: Session, caseId: string, companion: string): Promise<{ takenBackAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'take-back-companion',
    writesOnly: true,
    change: async ({ tx, view, now }) => {
      const [row] = await tx.select().from(companionTable).where(and(eq(companionTable.caseId, caseId), eq(companionTable.id, companion)));
      const isTheirs = view.standings.some(({ person, standing, subject }) => person === session.person && standing === 'party' && subject === row?.partyId);
      if (!row || !isTheirs) throw new Problem('not-found');
      if (row.takenBackAt !== null) throw new Problem('acted-first');
      await tx.update(companionTable).set({ takenBackAt: now }).where(eq(companionTable.id, companion));

      return { takenBackAt: now.toISOString() };
    },
  });
}
