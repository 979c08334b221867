import { and, eq, inArray } from 'drizzle-orm';
import { item } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { sha256 } from '../vault/bytes.ts';

/** What a copy in another tier says of its source: the SHA-256 of the ciphertext it was read from, by item. */
export async function sourceDigests(core: Core, session: Session, caseId: string, items: readonly string[]): Promise<Map<string, Uint8Array>> {
  const rows = await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    tx.select({ id: item.id, sealed: item.sealed }).from(item).where(and(eq(item.caseId, caseId), inArray(item.id, [...items]))), { caseId });

  return new Map(rows.map(({ id, sealed }) => [id, sha256(sealed)]));
}
