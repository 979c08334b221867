import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { OpenedDocument } from '../mediation/open-document.ts';
import { attach } from './attachment.ts';

/** Streams a document. When a piece of it turns out to be damaged, the connection is cut: a browser then keeps no whole file. */
export function sendDocument(reply: FastifyReply, { fileName, mediaType, size, content }: OpenedDocument): FastifyReply {
  return attach(reply, fileName, mediaType).header('content-length', size).send(Readable.from(content, { objectMode: false }));
}
