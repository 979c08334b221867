import { and, eq, notExists } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { keyGrant, ringKey } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';

/**
 * Opens, case by case, what is sealed to someone and not yet in their ring, so that it survives their keys.
 * @returns the grants left shut, because nobody entitled gave them
 */
export async function openWaitingGrants(core: Core, session: Session): Promise<ReadonlySet<string>> {
  const read = () => core.database.withActor({ kind: 'person', id: session.person }, (tx) => waitingGrants(tx, session.person));
  for (const caseId of new Set((await read()).map((grant) => grant.caseId))) await core.openGrants?.(session, caseId);

  return new Set((await read()).map(({ id }) => id));
}

/**
 * Refuses to go on when a key was given meanwhile: it would be lost with the keys it is sealed to.
 * @throws Problem `changed-meanwhile`
 */
export async function requireNoNewGrant(tx: Tx, { person }: Session, left: ReadonlySet<string>): Promise<void> {
  const waiting = await waitingGrants(tx, person);
  if (waiting.some(({ id }) => !left.has(id))) throw new Problem('changed-meanwhile');
}

async function waitingGrants(tx: Tx, person: string): Promise<{ id: string; caseId: string }[]> {
  const inRing = tx.select({ id: ringKey.epochId }).from(ringKey).where(and(eq(ringKey.epochId, keyGrant.epochId), eq(ringKey.personId, person)));

  return tx
    .select({ id: keyGrant.id, caseId: keyGrant.caseId })
    .from(keyGrant)
    .where(and(eq(keyGrant.recipientKind, 'person'), eq(keyGrant.recipientId, person), notExists(inRing)));
}
