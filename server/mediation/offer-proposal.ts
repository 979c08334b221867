import { randomBytes, randomUUID } from 'node:crypto';
import { and, count, eq } from 'drizzle-orm';
import { agreement } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { toBase64url } from '../vault/bytes.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';
import { agreementDigest } from './propose-agreement.ts';

/**
 * A conciliator may propose, where a mediator may not (domain 2.1 [O]): the text is what the parties may sign to settle.
 * A later proposal replaces the one before, and the signatures given to it count no more. The stored digest covers a salt
 * sealed with the text, so that nobody can guess it.
 * @returns the item to read and to sign, and its version from 1 up
 */
export async function offerProposal(core: Core, session: Session, caseId: string, text: string): Promise<{ item: string; version: number }> {
  const sealed = JSON.stringify({ text, salt: toBase64url(new Uint8Array(randomBytes(16))) });

  return performDeed(core, session, caseId, {
    act: 'offer-proposal',
    creates: (view) => (compartmentOf(view, 'agreement') ? [] : [{ kind: 'agreement' }]),
    change: async ({ tx, now, write }) => {
      const [before] = await tx.select({ count: count() }).from(agreement).where(and(eq(agreement.caseId, caseId), eq(agreement.kind, 'settlement')));
      const version = (before?.count ?? 0) + 1;
      const itemId = await write({ kind: 'agreement' }, 'settlement', sealed);
      await tx.insert(agreement).values({ id: randomUUID(), caseId, version, kind: 'settlement', itemId, textDigest: agreementDigest(sealed), proposedBy: session.person, proposedAt: now });

      return { item: itemId, version };
    },
  });
}
