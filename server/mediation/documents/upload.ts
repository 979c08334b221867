import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { documentChunk } from '../../../db/schema/index.ts';
import type { Core, Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { concat, sha256 } from '../../vault/bytes.ts';
import { sealDocument } from '../../vault/document.ts';

/** An upload that `keepDocument` has begun. */
export type Upload = { id: string; caseId: string; begunAt: Date; limit: number };

/** What has arrived: sizes in bytes, of the document and of its envelope, and the SHA-256 of each chunk, one after the other. */
export type Arrived = { key: Uint8Array; size: number; sealedSize: number; digests: Uint8Array };

/**
 * Seals a document under a key of its own while it arrives, and writes each chunk in a transaction of its own: no
 * transaction waits for the sender. Nobody reads the chunks until a deed makes a document of them.
 * @throws Problem `document-too-large`, `document-refused`, `upload-broken`
 */
export async function receive(core: Core, session: Session, { id, caseId, begunAt, limit }: Upload, content: AsyncIterable<Uint8Array>): Promise<Arrived> {
  const key = new Uint8Array(randomBytes(32));
  const counted = count(content, limit);
  const facts = { deployment: core.secrets.deployment.id, caseId, id, author: session.person, createdAt: begunAt };
  const digests: Uint8Array[] = [];
  let sealedSize = 0;
  for await (const sealed of sealDocument(key, facts, core.scan ? core.scan(counted.content) : counted.content)) {
    const ordinal = digests.length;
    await core.database.withActor({ kind: 'person', id: session.person }, (tx) => tx.insert(documentChunk).values({ documentId: id, ordinal, sealed }), { caseId });
    digests.push(createHash('sha256').update(sealed).digest());
    sealedSize += sealed.length;
  }

  return { key, size: counted.size(), sealedSize, digests: concat(...digests) };
}

/**
 * Ends the upload inside the deed that makes a document of it.
 * @throws Problem `upload-broken` when it was erased meanwhile, or is not what was sent
 */
export async function finishUpload(tx: Tx, id: string, { digests, sealedSize }: Arrived): Promise<void> {
  const [kept] = await tx.execute<{ chunks: string; size: string }>(sql`select chunks, size from finish_upload(${id})`);
  if (Number(kept?.chunks) !== digests.length / 32 || Number(kept?.size) !== sealedSize) throw new Problem('upload-broken');
}

/** Erases what has arrived. What this cannot erase, for want of a database, `sweepUploads` does within the hour. */
export async function abandonUpload(core: Core, session: Session, id: string): Promise<void> {
  await core.database.withActor({ kind: 'person', id: session.person }, (tx) => tx.execute(sql`select abandon_upload(${id})`)).catch(() => {});
}

/** The digest that stands in the document's row and in the journal. */
export function digestOf({ digests }: Arrived): Uint8Array {
  return sha256(digests);
}

/** Any failure of the sender is one to them: what arrived is not whole. */
function count(content: AsyncIterable<Uint8Array>, limit: number): { content: AsyncIterable<Uint8Array>; size(): number } {
  let size = 0;
  const counting = async function* () {
    try {
      for await (const piece of content) {
        size += piece.length;
        if (size > limit) throw new Problem('document-too-large', { errors: [{ field: 'file', message: `Choisissez un fichier de ${limit / megabyte} Mo au plus.` }] });
        yield piece;
      }
    } catch (error) {
      throw error instanceof Problem ? error : new Problem('upload-broken');
    }
  };

  return { content: counting(), size: () => size };
}

export const megabyte = 1024 * 1024;
