import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { admit, mainLogins, urlOf } from '../../db/bootstrap.ts';
import { connect, type Clock } from '../../db/client.ts';
import type { Core } from '../../server/core.ts';
import { createJournal } from '../../server/journal/append.ts';
import type { House } from '../core.ts';

/** A house of its own, over a copy of another's database: the same people and secrets, another future. */
export type Copy = {
  core: Core;
  superuser: postgres.Sql;
  /** The service's own login, for looking through its row-level security. */
  app: postgres.Sql;
  clock: { now(): Date; pass(minutes: number): void };
  close(): Promise<void>;
};

/** Ends the original's connections, without which its database cannot be copied; it is a mould from then on. */
export async function asMould({ core, superuser }: House): Promise<void> {
  await core.database.close();
  await superuser.end();
}

/** A copy of a mould. Its clock goes on by itself, one millisecond at each look, as a real one would. */
export async function copyOf({ core: moulded, database, clock: from }: House): Promise<Copy> {
  const original = new URL(database.url('super'));
  const name = `world_${randomBytes(6).toString('hex')}`;
  const server = postgres(urlOf(original.href, 'postgres'), { max: 1, onnotice: () => {} });
  await server`create database ${server(name)} template ${server(original.pathname.slice(1))} owner owner`;
  await admit(server, name, mainLogins);

  const { clock, ...moves } = ticking(from.now());
  const own = connect(urlOf(database.url('app'), name), clock, { max: 4 });
  const superuser = postgres(urlOf(original.href, name), { max: 1, onnotice: () => {} });
  const app = postgres(urlOf(database.url('app'), name), { max: 1, onnotice: () => {} });
  const { secrets } = moulded;
  const journal = await createJournal({ database: own, deployment: secrets.deployment.id, node: 1, rootXwingPublicKey: secrets.deployment.root.xwing });

  return {
    core: { ...moulded, clock, database: own, journal }, superuser, app, clock: moves,
    close: async () => {
      await Promise.all([own.close(), superuser.end(), app.end()]);
      await server`drop database ${server(name)} with (force)`;
      await server.end();
    },
  };
}

function ticking(from: Date): { clock: Clock; now(): Date; pass(minutes: number): void } {
  let ms = from.getTime();

  return { clock: () => new Date(ms++), now: () => new Date(ms), pass: (minutes) => void (ms += minutes * 60_000) };
}
