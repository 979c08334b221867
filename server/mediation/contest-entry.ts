import { and, eq } from 'drizzle-orm';
import { paperEntry } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import type { CaseView } from './keys/view.ts';

/**
 * A party says that what was entered for them on paper is not theirs, or not so. It is a dated fact, shown to whoever runs
 * the case; nothing else moves.
 * @throws Problem `not-found` for another's entry, `acted-first` when contested already
 */
export async function contestEntry(core: Core, session: Session, caseId: string, entry: string): Promise<{ contestedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'contest-entry',
    writesOnly: true,
    change: async ({ tx, view, now, note }) => {
      const [row] = await tx.select().from(paperEntry).where(and(eq(paperEntry.id, entry), eq(paperEntry.caseId, caseId))).for('update');
      if (!row || !standsFor(view, session, row.partyId)) throw new Problem('not-found');
      if (row.contestedAt) throw new Problem('acted-first');
      await tx.update(paperEntry).set({ contestedBy: session.person, contestedAt: now }).where(eq(paperEntry.id, entry));
      note({ kind: row.kind });

      return { contestedAt: now.toISOString() };
    },
  });
}

function standsFor(view: CaseView, { person }: Session, party: string): boolean {
  return view.standings.some((held) => held.person === person && held.standing === 'party' && held.subject === party);
}
