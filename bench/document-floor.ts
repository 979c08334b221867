import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type postgres from 'postgres';

const chunkBytes = 256 * 1024;

/** What any service that seals documents would do at least: one AES-256-GCM, and bare rows of 256 KiB. */
export async function documentFloor(app: FastifyInstance, sql: postgres.Sql): Promise<void> {
  await sql`create table floor_chunk (document uuid, ordinal integer, body bytea not null, primary key (document, ordinal))`;
  await sql`alter table floor_chunk alter column body set storage external`;
  const [key, nonce] = [randomBytes(32), randomBytes(12)];
  let last = '';
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  app.post('/document', async (request) => {
    const document = randomUUID();
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    let held: Buffer[] = [];
    let ordinal = 0;
    const write = async (body: Buffer) => void (await sql`insert into floor_chunk values (${document}, ${ordinal++}, ${body})`);
    for await (const part of request.body as AsyncIterable<Buffer>) {
      held.push(cipher.update(part));
      if (held.reduce((sum, { length }) => sum + length, 0) < chunkBytes) continue;
      await write(Buffer.concat(held));
      held = [];
    }
    await write(Buffer.concat([...held, cipher.final()]));
    last = document;

    return { document };
  });

  app.get('/document', async (_request, reply) => reply.send(Readable.from(opened(), { objectMode: false })));

  async function* opened() {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    for (let ordinal = 0; ; ordinal += 1) {
      const [row] = await sql<{ body: Buffer }[]>`select body from floor_chunk where document = ${last} and ordinal = ${ordinal}`;
      if (!row) return;
      yield decipher.update(row.body);
    }
  }
}
