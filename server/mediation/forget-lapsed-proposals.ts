import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { Core } from '../core.ts';

/** Forgets the joint referrals whose second signature did not come in time: what they said, and its keys. */
export async function forgetLapsedProposals(core: Core, tx: Tx): Promise<void> {
  const [forgotten] = await tx.execute<{ count: string }>(sql`select forget_lapsed_proposals() as count`);
  const count = Number(forgotten?.count ?? 0);
  if (count > 0) await core.journal.append(tx, { event: 'automatic', act: 'forget-lapsed-proposals', actor: { kind: 'system' }, detail: { count } });
}
