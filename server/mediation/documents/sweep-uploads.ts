import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import type { Core } from '../../core.ts';

/** Erases uploads that have lasted an hour: the process that received them is gone. */
export async function sweepUploads(core: Core, tx: Tx): Promise<void> {
  const [swept] = await tx.execute<{ count: string }>(sql`select sweep_uploads() as count`);
  const count = Number(swept?.count ?? 0);
  if (count > 0) await core.journal.append(tx, { event: 'automatic', act: 'sweep-uploads', actor: { kind: 'system' }, detail: { count } });
}
