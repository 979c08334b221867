import { asc, eq, sql } from 'drizzle-orm';
import { companion } from '../../db/schema/index.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';

/**
 * The companions a party has named, for that party; all of them for the mediator in charge, whoever stands in for them and the delegates, who know from
 * it whose commitment is missing. Names lie in the accounts.
 * @throws Problem `not-found`
 */
export async function listCompanions(core: Core, session: Session, caseId: string) {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const mine = await tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`);
    const seesAll = mine.some(({ standing }) => ['in-charge', 'stand-in', 'delegate'].includes(standing));
    const own = mine.filter(({ standing }) => standing === 'party' || standing === 'former-party').map(({ subject }) => subject);
    if (!seesAll && own.length === 0) throw new Problem('not-found');
    const rows = await tx.select().from(companion).where(eq(companion.caseId, caseId)).orderBy(asc(companion.namedAt));

    return rows.filter(({ partyId }) => seesAll || own.includes(partyId)).map(({ id, partyId, itemId, committedOn, takenBackAt }) => ({
      companion: id, party: partyId, item: itemId, committedOn, isTakenBack: takenBackAt !== null,
    }));
  }, { caseId });
}
