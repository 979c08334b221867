import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { party } from '../../db/schema/index.ts';

/** The parties a rule that needs every one of them counts: all but those who have left, in the order of the request. */
export async function stayingParties(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.select({ id: party.id }).from(party).where(and(eq(party.caseId, caseId), isNull(party.withdrawnAt))).orderBy(asc(party.ordinal));

  return rows.map(({ id }) => id);
}
