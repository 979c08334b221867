import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { invitation } from '../../db/schema/index.ts';

/** Ends the invitations nobody has answered: their links open nothing any more, and their keys go with the sweep. */
export async function endOpenLinks(tx: Tx, caseId: string, at: Date): Promise<void> {
  await tx.update(invitation).set({ state: 'replaced', answeredAt: at }).where(and(eq(invitation.caseId, caseId), eq(invitation.state, 'open')));
}
