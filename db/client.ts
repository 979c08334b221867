import { drizzle } from 'drizzle-orm/postgres-js';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import * as schema from './schema/index.ts';
import { steady } from './steady.ts';

export type Clock = () => Date;

/** Who acts, as row-level security sees them. A visitor reaches only what a proof selects: a login's HMAC through a named function, or the hash of an invitation's link. */
export type Actor =
  | { kind: 'person'; id: string; link?: Uint8Array }
  | { kind: 'visitor'; link?: Uint8Array }
  | { kind: 'system'; job: 'grants' | 'outbox' | 'deadlines' | 'journal' };

/** Never widens reach: a deed on one case need not compute the others. */
export type Narrowing = { caseId: string };

export type Database = {
  /**
   * The only way in: a transaction in which row-level security knows who acts and what time it is. `work` is given that
   * time: a fact that ends or begins in the transaction does so then, or its walls would see it too late.
   */
  withActor<T>(actor: Actor, work: (tx: Tx, now: Date) => Promise<T>, narrowing?: Narrowing): Promise<T>;
  close(): Promise<void>;
};

type Handle = ReturnType<typeof open>;

/** A transaction opened by `withActor`; every query takes one. */
export type Tx = Parameters<Parameters<Handle['transaction']>[0]>[0];

/** Connects as an application login. `max` is the number of connections held. */
export function connect(url: string, clock: Clock, { max = 10 } = {}): Database {
  const client = postgres(url, { max, onnotice: () => {}, connection: { application_name: 'entente' } });
  const handle = open(client);

  return {
    withActor: (actor, work, narrowing) =>
      handle.transaction(async (tx) => {
        const now = clock();
        // Sent ahead on the same connection, not awaited: were it to fail, the transaction refuses whatever follows.
        const identified = tx.execute(identify(actor, now, narrowing)).execute();
        identified.catch(() => {});
        const result = await work(tx, now);
        await identified;

        return result;
      }),
    close: () => client.end({ timeout: 5 }),
  };
}

/** Turns a transaction to one case: what follows sees that case alone. For lists, whose whole reach would be computed at each line. */
export async function narrowTo(tx: Tx, { caseId }: Narrowing): Promise<void> {
  await tx.execute(sql`select set_config('entente.case', ${caseId}, true)`);
}

function open(client: postgres.Sql) {
  return drizzle(steady(client), { schema });
}

function identify(actor: Actor, now: Date, narrowing?: Narrowing) {
  const person = actor.kind === 'person' ? actor.id : '';
  const job = actor.kind === 'system' ? actor.job : '';
  const link = actor.kind !== 'system' && actor.link ? Buffer.from(actor.link).toString('hex') : '';

  return sql`select set_config('entente.actor', ${person}, true), set_config('entente.job', ${job}, true), set_config('entente.link', ${link}, true),
    set_config('entente.case', ${narrowing?.caseId ?? ''}, true), set_config('entente.now', ${now.toISOString()}, true)`;
}
