import { randomBytes, randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { agreement } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { sha256, utf8 } from '../vault/bytes.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';
import { agreementText } from './letters/agreement-text.ts';

/** `partial`: the parties agree on a part of their dispute only; the text they sign says so. */
export type Proposal = { text: string; recommendations: string; partial?: boolean };
export type AgreementRow = typeof agreement.$inferSelect;

/**
 * A delegate proposes the final agreement and the recommendations (D art. 13 [L]); a new proposal replaces the former,
 * whose signatures no longer count. The text ends with a random number, so that its digest, in clear, lets nobody guess it.
 * @throws Problem `not-found`, `wrong-state`
 */
export async function proposeAgreement(core: Core, session: Session, caseId: string, proposal: Proposal): Promise<{ agreement: string; version: number }> {
  const isPartial = proposal.partial ?? false;
  const text = agreementText(proposal.text, randomBytes(16).toString('hex'), isPartial);

  return performDeed(core, session, caseId, {
    act: 'propose-agreement',
    creates: (view) => (compartmentOf(view, 'agreement') ? [] : [{ kind: 'agreement' }]),
    change: async ({ tx, now, write, move }) => {
      const version = ((await latestAgreement(tx, caseId))?.version ?? 0) + 1;
      await write({ kind: 'agreement' }, 'recommendations', proposal.recommendations);
      const itemId = await write({ kind: 'agreement' }, 'agreement', text);
      const row = { id: randomUUID(), caseId, version, kind: 'final' as const, isPartial, itemId, textDigest: Buffer.from(agreementDigest(text)), proposedBy: session.person, proposedAt: now };
      await tx.insert(agreement).values(row);
      await move('agreement_proposed');

      return { agreement: row.id, version };
    },
  });
}

/** SHA-256 of the whole text in NFC UTF-8, its number included. */
export function agreementDigest(text: string): Uint8Array {
  return sha256(utf8(text));
}

/** The final agreement proposed last, if any. */
export async function latestAgreement(tx: Tx, caseId: string): Promise<AgreementRow | undefined> {
  const [latest] = await tx.select().from(agreement).where(and(eq(agreement.caseId, caseId), eq(agreement.kind, 'final'))).orderBy(desc(agreement.version)).limit(1);

  return latest;
}
