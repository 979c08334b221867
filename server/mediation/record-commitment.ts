import { and, eq, isNull } from 'drizzle-orm';
import { companion as companionTable } from '../../db/schema/index.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { isToCome } from './past-day.ts';

/**
 * The mediator in charge or a delegate records the day on which a companion signed their commitment to confidentiality
 * (domain 6.1 [I]): without it they do not enter.
 * @throws Problem `not-found` (also once taken back), `wrong-state`, `acted-first`, `invalid-body` for a day to come
 */
export async function recordCommitment(core: Core, session: Session, caseId: string, { companion, committedOn }: { companion: string; committedOn: LocalDate }): Promise<{ committedOn: LocalDate }> {
  return performDeed(core, session, caseId, {
    act: 'record-commitment',
    writesOnly: true,
    change: async ({ tx, now }) => {
      const [row] = await tx.select().from(companionTable).where(and(eq(companionTable.caseId, caseId), eq(companionTable.id, companion), isNull(companionTable.takenBackAt)));
      if (!row) throw new Problem('not-found');
      if (row.committedOn !== null) throw new Problem('acted-first');
      if (isToCome(committedOn, now)) throw new Problem('invalid-body', { errors: [{ field: 'committedOn', message: 'Indiquez le jour où l’engagement a été signé.' }] });
      await tx.update(companionTable).set({ committedOn, recordedBy: session.person }).where(eq(companionTable.id, companion));

      return { committedOn };
    },
  });
}
