import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { formerPartyReads, partyReads } from '../../policies/access.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import { Problem } from '../problems.ts';

/** `parties`: ids of those the actor stands for; `reads`: what they read of the case, less once they have left it. */
export type OwnParties = { parties: string[]; reads: typeof partyReads };

/**
 * The parties of a case the actor stands for; those who have left it, when none is still there.
 * @throws Problem `not-found` for whoever stands for none
 */
export async function ownParties(tx: Tx, caseId: string): Promise<OwnParties> {
  const held = await tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`);
  const as = (wanted: Standing) => held.flatMap(({ standing, subject }) => (standing === wanted && subject !== null ? [subject] : []));
  const [present, former] = [as('party'), as('former-party')];
  if (present.length > 0) return { parties: present, reads: partyReads };
  if (former.length > 0) return { parties: former, reads: formerPartyReads };

  throw new Problem('not-found');
}
