import { count, eq } from 'drizzle-orm';
import { party } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';

/** How many parties a case has, for rules that need every one of them. */
export async function countParties(core: Core, session: Session, caseId: string): Promise<number> {
  const [row] = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => tx.select({ parties: count() }).from(party).where(eq(party.caseId, caseId)), { caseId });

  return row?.parties ?? 0;
}
