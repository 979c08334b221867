import { advice as adviceTable } from '../../db/schema/index.ts';
import type { Advice } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';

/**
 * A seated member advises on the summary (D art. 6 [L]): one advice each, replaced by a later one until the decision.
 * Its direction and reasons are sealed in `deliberation`; the row says only that it was given.
 * @throws Problem `not-found`, `wrong-state`, `key-missing` before the summary is written
 */
export async function giveAdvice(core: Core, session: Session, caseId: string, { advice, reasons }: { advice: Advice; reasons: string }): Promise<{ givenAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'give-advice',
    writesOnly: true,
    guards: async (_tx, view) => ({ declared: view.standings.some(({ person, standing }) => person === session.person && standing === 'seated') }),
    change: async ({ tx, now, write }) => {
      const itemId = await write({ kind: 'deliberation' }, 'advice', JSON.stringify({ advice, reasons }));
      await tx
        .insert(adviceTable)
        .values({ caseId, personId: session.person, itemId, givenAt: now })
        .onConflictDoUpdate({ target: [adviceTable.caseId, adviceTable.personId], set: { itemId, givenAt: now } });

      return { givenAt: now.toISOString() };
    },
  });
}
