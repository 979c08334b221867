import { desc, eq } from 'drizzle-orm';
import { item, objectAgreement } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { authorOnPaper } from './author-on-paper.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';

/**
 * Whoever is in charge attests that the author of a request on paper, who has no account, agreed to the object as it now
 * reads; somebody who stands for them agrees themselves.
 * @throws Problem `not-found` (also when the request did not come on paper), `consent-outdated` for an earlier text, `acted-first`
 */
export async function attestObject(core: Core, session: Session, caseId: string, { item: read }: { item: string }): Promise<{ agreedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'attest-object',
    writesOnly: true,
    change: async ({ tx, view, now, note }) => {
      const party = await authorOnPaper(tx, caseId);
      const object = compartmentOf(view, 'object');
      if (party === null || !object) throw new Problem('not-found');
      if (view.standings.some(({ standing, subject }) => standing === 'party' && subject === party)) throw new Problem('acted-first');
      const [latest] = await tx.select({ id: item.id }).from(item).where(eq(item.compartmentId, object.id)).orderBy(desc(item.createdAt)).limit(1);
      if (latest?.id !== read) throw new Problem('consent-outdated');

      await tx.insert(objectAgreement).values({ caseId, itemId: read, partyId: party, attestedBy: session.person, at: now });
      note({ attested: true });

      return { agreedAt: now.toISOString() };
    },
  });
}
