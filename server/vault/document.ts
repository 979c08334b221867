import { pipeline, Readable } from 'node:stream';
import { enc, idBytes, instant } from './bytes.ts';
import { cutter } from './cutter.ts';
import { openStream, sealStream } from './envelope.ts';
import { padDocument, unpadDocument } from './padding.ts';

/** How many bytes of an envelope a chunk row holds; the last holds fewer. */
export const CHUNK_BYTES = 256 * 1024;

/** What a document says of itself in clear; its envelope opens only if all of it is as it was. */
export type DocumentFacts = { deployment: string; caseId: string; id: string; author: string; createdAt: Date };

/** Pads, seals and cuts a document as it passes, holding one chunk in memory. The key is the document's own (32 bytes). */
export async function* sealDocument(key: Uint8Array, facts: DocumentFacts, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const blocks = cutter(CHUNK_BYTES);
  for await (const piece of through(padDocument(content), sealStream(key, documentContext(facts)))) yield* blocks.cut(piece);
  const rest = blocks.rest();
  if (rest.length > 0) yield rest;
}

/**
 * The document of `length` bytes, as its chunks pass. Every byte given is authentic; only the end says that none is missing.
 * @throws EnvelopeError, PaddingError
 */
export function openDocumentContent(key: Uint8Array, facts: DocumentFacts, chunks: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  return unpadDocument(through(chunks, openStream(key, documentContext(facts))), length);
}

function documentContext({ deployment, caseId, id, author, createdAt }: DocumentFacts): Uint8Array {
  return enc('document', idBytes(deployment), idBytes(caseId), idBytes(id), idBytes(author), instant(createdAt));
}

/** A failure on either side ends both, and comes out where the result is read. */
function through(source: AsyncIterable<Uint8Array>, transform: ReturnType<typeof sealStream>): AsyncIterable<Uint8Array> {
  pipeline(Readable.from(source, { objectMode: false }), transform, () => {});

  return transform;
}
