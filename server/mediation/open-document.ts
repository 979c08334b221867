import { and, eq, sql } from 'drizzle-orm';
import { compartment, document, documentChunk } from '../../db/schema/index.ts';
import type { CompartmentKind } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { fromBase64url } from '../vault/bytes.ts';
import { openDocumentContent } from '../vault/document.ts';
import { EnvelopeError } from '../vault/envelope.ts';
import { PaddingError } from '../vault/padding.ts';
import { readSheet, type Sheet } from './documents/sheet.ts';
import { reveal } from './reveal.ts';

export type OpenedDocument = Pick<Sheet, 'title' | 'fileName' | 'mediaType' | 'visibility' | 'class' | 'size' | 'originalAuthor'> & {
  kind: CompartmentKind;
  subject: string | null;
  author: string;
  /** SHA-256 over its chunks, as its row and the journal have it. */
  digest: Uint8Array;
  /** The document, piece by piece. Throws Problem `document-damaged` when a byte is not what was kept, `not-found` once the reader reaches it no more. */
  content: AsyncIterable<Uint8Array>;
};

type Found = { row: typeof document.$inferSelect; kind: CompartmentKind; subject: string | null };

/**
 * Opens a document: its sheet is revealed as any text is (decided, journaled, then opened with a receipt), and gives the key
 * of its chunks, each read in a transaction of its own, so that a slow reader holds none. The first is opened before this returns.
 * @throws Problem `not-found`, `key-missing`, `document-damaged`
 */
export async function openDocument(core: Core, session: Session, caseId: string, documentId: string): Promise<OpenedDocument> {
  const { row, kind, subject } = await refusing(core, session, 'read', () => find(core, session, caseId, documentId));
  const [revealed] = await reveal(core, session, caseId, [{ kind, subject, item: row.itemId }]);
  if (!revealed) throw new Problem('key-missing');
  const { key, document: named, ...sheet } = readSheet(revealed.text);
  if (named !== documentId) return damaged(core, caseId, documentId);

  const facts = { deployment: core.secrets.deployment.id, caseId, id: documentId, author: row.authorId, createdAt: row.createdAt };
  const content = told(core, row, openDocumentContent(fromBase64url(key), facts, chunks(core, session, row), sheet.size));
  const first = await content.next();

  return { ...sheet, kind, subject, author: revealed.author, digest: row.digest, content: resumed(first, content) };
}

async function find(core: Core, session: Session, caseId: string, documentId: string): Promise<Found> {
  const [found] = await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    tx.select({ row: document, kind: compartment.kind, subject: compartment.subject }).from(document)
      .innerJoin(compartment, eq(compartment.id, document.compartmentId)).where(and(eq(document.id, documentId), eq(document.caseId, caseId))), { caseId });
  if (!found) throw new Problem('not-found');

  return { ...found, kind: found.kind as CompartmentKind };
}

/** Every page asks the walls anew: whoever is removed from a case reads no further. */
async function* chunks(core: Core, session: Session, { id, caseId }: Found['row']): AsyncGenerator<Uint8Array> {
  for (let ordinal = 0; ; ordinal += 1) {
    const { chunk, isReached } = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const [[chunk], [reached]] = await Promise.all([
        tx.select({ sealed: documentChunk.sealed }).from(documentChunk).where(and(eq(documentChunk.documentId, id), eq(documentChunk.ordinal, ordinal))),
        tx.select({ one: sql`1` }).from(document).where(eq(document.id, id)),
      ]);

      return { chunk, isReached: reached !== undefined };
    }, { caseId });
    if (!isReached) throw new Problem('not-found');
    if (!chunk) return;

    yield chunk.sealed;
  }
}

async function* told(core: Core, { id, caseId }: Found['row'], content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    if (error instanceof EnvelopeError || error instanceof PaddingError) return damaged(core, caseId, id);

    throw error;
  }
}

async function* resumed(first: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

/** Somebody has changed what was kept: the journal's verification will say what. */
async function damaged(core: Core, caseId: string, documentId: string): Promise<never> {
  await core.database.withActor({ kind: 'system', job: 'journal' }, (tx) =>
    core.journal.append(tx, { event: 'alarm', act: 'document-damaged', actor: { kind: 'system' }, subject: { caseId, document: documentId } }));

  throw new Problem('document-damaged');
}
