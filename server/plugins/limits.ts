import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { Problem } from '../problems.ts';
import { enc } from '../vault/bytes.ts';
import { hkdf } from '../vault/hkdf.ts';

/**
 * Takes one attempt out of a window of `windowSeconds`, before any costly work. Windows are aligned on the clock of the
 * transaction. Call it in a transaction of its own: an attempt that fails later must stay counted.
 * @returns how many attempts the window has seen, this one included.
 * @throws Problem `too-many` with the seconds until the window ends.
 */
export async function reserve(tx: Tx, kind: string, keyHash: Uint8Array, limit: number, windowSeconds: number): Promise<number> {
  // One statement: concurrent attempts queue on the row, so none is counted twice or lost.
  const [taken] = await tx.execute<{ count: number }>(sql`
    insert into attempt_window as seen (kind, key_hash, window_start, ends_at, count)
    select ${kind}, ${keyHash}, start, start + make_interval(secs => ${windowSeconds}), 1
    from ${windowStart(windowSeconds)}
    on conflict (kind, key_hash, window_start) do update set count = seen.count + 1 where seen.count < ${limit}
    returning count`);
  if (taken) return taken.count;

  const [left] = await tx.execute<{ seconds: number }>(sql`
    select extract(epoch from start + make_interval(secs => ${windowSeconds}) - current_setting('entente.now')::timestamptz)::float8 as seconds
    from ${windowStart(windowSeconds)}`);

  throw new Problem('too-many', { retryAfter: left?.seconds ?? windowSeconds });
}

/**
 * Uses something up for good that is worth nothing after `until`. Its window has no neighbour, in which it would count anew.
 * @returns whether nobody had
 */
export async function spend(tx: Tx, kind: string, keyHash: Uint8Array, until: Date): Promise<boolean> {
  const { count } = await tx.execute(sql`
    insert into attempt_window (kind, key_hash, window_start, ends_at, count)
    values (${kind}, ${keyHash}, to_timestamp(0), ${until.toISOString()}, 1) on conflict do nothing`);

  return count > 0;
}

/** Removes windows that have ended; a job calls it. */
export async function sweepAttempts(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from attempt_window where ends_at < current_setting('entente.now')::timestamptz`);
}

/** 32 bytes that stand for an account or an address in the table; without the secret nobody finds whose they are. */
export function attemptKey(directoryKey: Uint8Array, kind: string, value: string): Uint8Array {
  return createHmac('sha256', hkdf(directoryKey, new Uint8Array(0), 'attempts', 32)).update(enc('attempt', kind, value)).digest();
}

/** What counts as one address: an IPv4 address, or the /64 network one IPv6 subscriber holds. */
export function addressOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;

  const [head = '', tail] = (ip.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)).fill('0');
  const network = [...left, ...zeros, ...right].slice(0, 4).map((group) => parseInt(group, 16).toString(16));

  return `${network.join(':')}::/64`;
}

function windowStart(windowSeconds: number) {
  return sql`(select to_timestamp(floor(extract(epoch from current_setting('entente.now')::timestamptz) / ${windowSeconds}::float8) * ${windowSeconds}::float8) as start) as aligned`;
}
