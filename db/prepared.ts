import type postgres from 'postgres';

type Scoped = postgres.TransactionSql;

/** A statement with more parameters than this is a large insert, whose shape seldom comes back. */
const mostParameters = 400;

/**
 * A transaction whose statements are prepared by the server. Drizzle sends them unprepared, and `postgres` then describes
 * each before it binds it: two round trips and a plan each time, where a prepared one takes a round trip and none.
 * A pooler in transaction mode must know of prepared statements (PgBouncer 1.21 or later).
 */
export function prepared(sql: Scoped): Scoped {
  return new Proxy(sql, {
    get: (target, name, receiver) =>
      name === 'unsafe'
        ? (query: string, parameters: postgres.ParameterOrJSON<never>[] = []) => target.unsafe(query, parameters, { prepare: parameters.length <= mostParameters })
        : Reflect.get(target, name, receiver),
  });
}
