import { randomBytes, randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import postgres from 'postgres';
import { createHasher, PRODUCTION_COST } from '../server/vault/passphrase.ts';
import { documentFloor } from './document-floor.ts';

/** Rows of one statement of a deed: how many, and how many bytes each holds. */
type Batch = [rows: number, bytes: number];

/** What filing for three parties writes, statement by statement: facts, acts, compartments, grants, items, journal. */
const filing: Batch[] = [[1, 60], [3, 60], [1, 120], [1, 80], [5, 180], [4, 90], [4, 100], [3, 1300], [1, 200], [4, 800], [2, 90], [1, 180], [5, 120]];
/** What a reading writes: the entry, its sections, who read. */
const reading: Batch[] = [[1, 180], [5, 120], [1, 90]];
const session: Batch[] = [[1, 300], [1, 200], [1, 180], [5, 120]];

/** A bare Fastify over `postgres` doing the same inserts and selects, without rules, keys or walls: what the rest is measured by. */
export async function floor(superuserUrl: string): Promise<FastifyInstance> {
  const sql = postgres(superuserUrl, { max: 10, onnotice: () => {} });
  await sql`create table floor_row (id uuid primary key, parent uuid, body bytea not null)`;
  await sql`create index on floor_row (parent)`;
  const cases = Array.from({ length: 1_000 }, () => randomUUID());
  for (const parent of cases) await sql`insert into floor_row ${sql(rows([8, 600], parent))}`;
  const hasher = createHasher({ cost: PRODUCTION_COST });
  const write = (batches: Batch[]) => sql.begin(async (tx) => {
    for (const batch of batches) await tx`insert into floor_row ${tx(rows(batch, null))}`;
  });
  const any = () => cases[Math.floor(Math.random() * cases.length)] as string;

  const app = fastify();
  app.post('/file', async () => (await write(filing), { filed: true }));
  app.get('/open', async () => {
    const found = await sql`select id, body from floor_row where parent = ${any()}`;
    await write(reading);

    return { texts: found.map(({ id, body }) => ({ id: String(id), text: (body as Buffer).toString('base64') })) };
  });
  app.get('/list', async () => {
    const found = await sql`select id, parent from floor_row where parent is not null order by id limit 25`;
    await write(reading.slice(0, 2));

    return { cases: found };
  });
  app.get('/lines', async () => {
    const found = await sql`select id, parent from floor_row where parent is not null order by id limit 1000`;
    await write(reading.slice(0, 2));

    return { cases: found };
  });
  app.post('/sign-in', async () => {
    await hasher.hash('dix-sept infusions de nuit', randomBytes(16));
    await write(session);

    return { token: randomUUID() };
  });
  await documentFloor(app, sql);
  app.addHook('onClose', () => sql.end());

  return app;
}

function rows([count, bytes]: Batch, parent: string | null) {
  return Array.from({ length: count }, () => ({ id: randomUUID(), parent, body: randomBytes(bytes) }));
}
