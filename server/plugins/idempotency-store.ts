import { createHmac } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Clock, Database, Tx } from '../../db/client.ts';
import { idempotency } from '../../db/schema/idempotency.ts';
import { Problem } from '../problems.ts';
import { enc, equal, utf8 } from '../vault/bytes.ts';
import { open, seal } from '../vault/envelope.ts';
import { hkdf } from '../vault/hkdf.ts';
import { addressOf, attemptKey, reserve } from './limits.ts';

export type IdempotencyStore = {
  database: Pick<Database, 'withActor'>;
  clock: Clock;
  /** 32 bytes of the server's; with it, not even a guessable key opens a stolen table. */
  secret: Uint8Array;
};

/** `route` is the method and the path without query; `who` a person's id, or null for a visitor, whose `ip` is counted; `body` its JSON text. */
export type Sending = { key: string; who: string | null; ip: string; route: string; body: string };
export type Claimed = { keyHash: Uint8Array; route: string; sealingKey: Uint8Array; largest: number };
export type Stored = { status: number; type: string; location?: string; body: string };

const lifetime = 24 * 3600 * 1000;
/** No request runs longer (see `timeLimits`): a claim older than this belongs to a node that stopped on the way. */
const longest = 90_000;
/** What one network address may have kept for it while nobody is signed in: so many keys, each with an answer of so many characters, for a day. */
const ofVisitors = { limit: 1_000, seconds: 900, largest: 4_096 };

/**
 * Claims a key for this request, or finds the answer the first one got.
 * @throws Problem `idempotency-conflict` (same key, other request), `still-running`, `outcome-unknown`, or `too-many`.
 */
export async function claim(store: IdempotencyStore, sending: Sending): Promise<{ claimed: Claimed } | { answer: Stored }> {
  const keys = keysOf(store.secret, sending);
  const claimed: Claimed = { keyHash: keys.keyHash, route: sending.route, sealingKey: keys.sealingKey, largest: sending.who === null ? ofVisitors.largest : Infinity };
  const now = store.clock();
  if (sending.who === null) await countVisitor(store, sending.ip);

  const known = await store.database.withActor({ kind: 'visitor' }, async (tx) => {
    await tx.delete(idempotency).where(and(eq(idempotency.keyHash, keys.keyHash), lt(idempotency.createdAt, expired(now))));
    const inserted = await tx
      .insert(idempotency)
      .values({ keyHash: keys.keyHash, route: sending.route, whoHash: keys.whoHash, bodyHash: keys.bodyHash, createdAt: now })
      .onConflictDoNothing()
      .returning({ keyHash: idempotency.keyHash });
    if (inserted.length > 0) return undefined;

    return (await tx.select().from(idempotency).where(eq(idempotency.keyHash, keys.keyHash)))[0];
  });

  if (!known) return { claimed };
  if (known.route !== sending.route || !equal(known.bodyHash, keys.bodyHash) || !equal(known.whoHash, keys.whoHash))
    throw new Problem('idempotency-conflict', { field: 'Idempotency-Key' });
  if (known.sealedAnswer === null) throw unfinished(known.createdAt, now);

  return { answer: unsealed(claimed, known.sealedAnswer) };
}

/** Keeps the answer for whoever sends the same request with the same key; of one too large for a visitor, nothing. */
export async function settle(store: IdempotencyStore, claimed: Claimed, answer: Stored): Promise<void> {
  const { keyHash, route, sealingKey, largest } = claimed;
  if (answer.body.length > largest) return release(store, claimed);

  const sealedAnswer = seal(sealingKey, enc('idempotency', route), utf8Bytes(JSON.stringify(answer)));

  await store.database.withActor({ kind: 'visitor' }, (tx) =>
    tx.update(idempotency).set({ status: answer.status, sealedAnswer }).where(eq(idempotency.keyHash, keyHash)),
  );
}

/** Forgets a claim whose request changed nothing. */
export async function release({ database }: IdempotencyStore, { keyHash }: Claimed): Promise<void> {
  await database.withActor({ kind: 'visitor' }, (tx) =>
    tx.delete(idempotency).where(and(eq(idempotency.keyHash, keyHash), isNull(idempotency.status))),
  );
}

/** Removes what is older than 24 hours; a job calls it. */
export async function sweepIdempotency(tx: Tx, now: Date): Promise<void> {
  await tx.delete(idempotency).where(lt(idempotency.createdAt, expired(now)));
}

async function countVisitor({ database, secret }: IdempotencyStore, ip: string): Promise<void> {
  const { limit, seconds } = ofVisitors;
  await database.withActor({ kind: 'visitor' }, (tx) => reserve(tx, 'idempotency', attemptKey(secret, 'idempotency', addressOf(ip)), limit, seconds));
}

/**
 * Everything stored is keyed by the client's key. A bare digest of the body would let a thief of the table test guesses of
 * a passphrase at full speed, past Argon2id.
 */
function keysOf(secret: Uint8Array, { key, who, body }: Sending) {
  const ikm = utf8(key);
  const keyed = (label: string, text: string) => createHmac('sha256', hkdf(ikm, secret, enc('idempotency', label), 32)).update(text).digest();

  return {
    keyHash: keyed('key', who ?? visitor),
    whoHash: keyed('who', who ?? visitor),
    bodyHash: keyed('body', body),
    sealingKey: hkdf(ikm, secret, enc('idempotency', 'answer'), 32),
  };
}

function unfinished(createdAt: Date, now: Date): Problem {
  const isRunning = now.getTime() - createdAt.getTime() < longest;

  return isRunning ? new Problem('still-running', { retryAfter: 1 }) : new Problem('outcome-unknown');
}

function unsealed({ sealingKey, route }: Claimed, sealed: Uint8Array): Stored {
  return JSON.parse(new TextDecoder().decode(open(sealingKey, enc('idempotency', route), sealed))) as Stored;
}

const visitor = 'visitor';
const expired = (now: Date) => new Date(now.getTime() - lifetime);
const utf8Bytes = (text: string) => new TextEncoder().encode(text);
