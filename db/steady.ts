import type postgres from 'postgres';
import { prepared } from './prepared.ts';

type Scoped = postgres.TransactionSql;
type Work = (sql: Scoped) => unknown;

/**
 * The same client, whose transactions survive the loss of their connection.
 *
 * `postgres` 3.4 writes to a socket it has set to null when a transaction whose connection is gone sends one more query,
 * its own ROLLBACK or COMMIT included; that throws outside every promise and ends the process
 * (https://github.com/porsager/postgres/issues/1208). Here nothing more is sent, and `begin` rejects as it would have:
 * the server has rolled back by itself.
 */
export function steady(client: postgres.Sql): postgres.Sql {
  return new Proxy(client, {
    get: (target, name, receiver) => (name === 'begin' ? (...given: BeginArguments) => begin(target, given) : Reflect.get(target, name, receiver)),
  });
}

type BeginArguments = [Work] | [string, Work];

function begin(client: postgres.Sql, given: BeginArguments): Promise<unknown> {
  const [options, work] = given.length === 2 ? given : ['', given[0]];
  let isLost = false;

  const outcome = client.begin(options, async (sql) => {
    try {
      const result = await work(prepared(refusing(sql, () => isLost)));

      return isLost ? await never() : result;
    } catch (error) {
      if (isLost || endsConnection(error)) return await never();

      throw error;
    }
  });
  // `begin` settles before the work does only when its connection closes.
  outcome.catch(() => (isLost = true));

  return outcome;
}

/** A transaction that rejects every query once its connection is lost. */
function refusing(sql: Scoped, isLost: () => boolean): Scoped {
  const refuse = () => Promise.reject(Object.assign(new Error('connection lost'), { code: 'CONNECTION_CLOSED' }));

  return new Proxy(sql, {
    get: (target, name, receiver) => (isLost() && name === 'unsafe' ? () => refused(refuse) : Reflect.get(target, name, receiver)),
    apply: (target, self, given) => (isLost() ? refuse() : Reflect.apply(target, self, given)),
  });
}

/** What `unsafe` gives: a promise that may be asked for rows as arrays. */
function refused(refuse: () => Promise<never>) {
  return Object.assign(refuse(), { values: refuse });
}

/** Errors after which the connection closes, if it has not already. */
function endsConnection(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('severity' in at && (at.severity === 'FATAL' || at.severity === 'PANIC')) return true;
    if ('code' in at && typeof at.code === 'string' && /^(CONNECTION_|ECONN|EPIPE$|ETIMEDOUT$)/.test(at.code)) return true;
  }

  return false;
}

const never = () => new Promise<never>(() => {});
