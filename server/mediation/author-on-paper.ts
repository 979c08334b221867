import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { request } from '../../db/schema/index.ts';

/** The party who asked on paper or by telephone; null when the request came otherwise. */
export async function authorOnPaper(tx: Tx, caseId: string): Promise<string | null> {
  const [row] = await tx.select({ party: request.partyId }).from(request).where(and(eq(request.caseId, caseId), ne(request.channel, 'online')));

  return row?.party ?? null;
}
