import { once } from 'node:events';
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import type { ArrivingFile } from '../mediation/add-document.ts';
import { Problem } from '../problems.ts';
import { refuseUnreadable } from './text.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file of a form, whose bytes wait to be read; null where there is none. */
    arriving: ArrivingFile | null;
  }
}

/** Bytes. The deed refuses earlier, at the size the settings give; this only bounds what is read after a refusal. */
const ceiling = 1024 * 1024 * 1024;

/** Milliseconds. How long a refusal waits for the sender to finish. */
const lingerMs = 10_000;

/** Lets a scope take forms with one file, last, after `fields` of `fieldSize` bytes at most. Its routes ask for it: `preValidation: readFields`. */
export async function uploads(app: App, { fields, fieldSize } = { fields: 10, fieldSize: 4_000 }): Promise<void> {
  await app.register(multipart, { limits: { fieldNameSize: 50, fieldSize, fields, files: 1, parts: fields + 1, headerPairs: 20, fileSize: ceiling } });
  app.decorateRequest('arriving', null);
  app.addHook('onSend', async ({ raw, arriving }) => {
    if (arriving && !raw.readableEnded && !raw.destroyed) await readToNowhere(raw);
  });
}

/**
 * Reads the fields of a form up to its file and makes them the request's body, so that a schema or a form token is checked
 * before any byte of the file is read. `file` stands in the body as an empty text when there is one.
 * @throws Problem `unsupported-type`, `malformed-request`, `malformed-json`
 */
export async function readFields(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) throw new Problem('unsupported-type');
  const parts = request.parts();
  const fields: Record<string, string> = {};
  for (let part = await parts.next(); !part.done; part = await parts.next()) {
    const one = part.value;
    if (one.type === 'file') {
      request.arriving = arrivingFrom(one, parts);
      if (one.fieldname !== 'file') throw new Problem('malformed-request', { field: one.fieldname.slice(0, 50) });
      if (one.filename) fields['file'] = '';
      break;
    }
    if (typeof one.value !== 'string' || one.valueTruncated || one.fieldname === 'file' || one.fieldname in fields) throw new Problem('malformed-request', { field: one.fieldname.slice(0, 50) });
    refuseUnreadable(one.value);
    if (one.value !== '') fields[one.fieldname] = one.value;
  }
  request.body = fields;
}

/** The same for a form that may also come without a file, as any other. */
export async function readFieldsIfAny(request: FastifyRequest): Promise<void> {
  if (request.isMultipart()) await readFields(request);
}

/**
 * The file whose fields were read.
 * @throws Problem `invalid-body` when the form has none
 */
export function arrivingFile({ arriving }: FastifyRequest): ArrivingFile {
  if (!arriving) throw new Problem('invalid-body', { errors: [{ field: 'file', message: 'Choisissez un fichier.' }] });

  return arriving;
}

/** A sender who is refused midway still sends; if the connection closed then, they would never see the answer. */
async function readToNowhere(raw: FastifyRequest['raw']): Promise<void> {
  raw.unpipe().resume();
  const patience = AbortSignal.timeout(lingerMs);
  await Promise.race(['end', 'close', 'error'].map((event) => once(raw, event, { signal: patience }))).catch(() => {});
}

function arrivingFrom(part: MultipartFile, parts: AsyncIterator<unknown>): ArrivingFile {
  const fileName = part.filename ?? '';
  refuseUnreadable(fileName);

  return { fileName, mediaType: part.mimetype, content: contentOf(part, parts) };
}

/** Over its limit the parser goes on as if the file ended there; and nothing may follow the file. */
async function* contentOf({ file }: MultipartFile, parts: AsyncIterator<unknown>): AsyncGenerator<Uint8Array> {
  for await (const piece of file) yield piece as Uint8Array;
  if (file.truncated) throw new Problem('document-too-large');
  if (!(await parts.next()).done) throw new Problem('malformed-request', { field: 'file' });
}
