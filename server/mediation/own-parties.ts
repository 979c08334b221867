import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import { Problem } from '../problems.ts';

/**
 * The parties of a case the actor stands for.
 * @throws Problem `not-found` for whoever stands for none
 */
export async function ownParties(tx: Tx, caseId: string): Promise<string[]> {
  const held = await tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`);
  const parties = held.flatMap(({ standing, subject }) => (standing === 'party' && subject !== null ? [subject] : []));
  if (parties.length === 0) throw new Problem('not-found');

  return parties;
}
