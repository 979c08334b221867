import { availableParallelism } from 'node:os';
import { argon2id, hash as argon2 } from 'argon2';
import pLimit from 'p-limit';
import { isTooCommon } from './too-common.ts';

/** What one Argon2id computation costs (RFC 9106): memory in KiB, passes over it, lanes. Stored beside each slot. */
export type Argon2Cost = { memoryKiB: number; passes: number; lanes: number };

export const PRODUCTION_COST: Argon2Cost = { memoryKiB: 65_536, passes: 3, lanes: 1 };

/** Too many hashes are waiting: the caller answers 503. */
export class OverloadError extends Error {
  override name = 'OverloadError';

  constructor() {
    super('too many passphrases are being checked');
  }
}

export type Hasher = {
  /** 64 bytes of Argon2id for a passphrase (NFKC is applied) and a salt of at least 16 bytes. Rejects with OverloadError. */
  hash(passphrase: string, salt: Uint8Array): Promise<Uint8Array>;
  cost: Argon2Cost;
};

/** `concurrency` hashes run at once and `queue` more wait; each runs on libuv's pool, which file access shares. */
export function createHasher(options: { cost: Argon2Cost; concurrency?: number; queue?: number }): Hasher {
  const { cost, concurrency = availableParallelism(), queue = 32 } = options;
  const limit = pLimit(concurrency);

  return {
    cost,
    async hash(passphrase, salt) {
      if (limit.activeCount + limit.pendingCount >= concurrency + queue) throw new OverloadError();

      return limit(() => argon2idOf(passphrase, salt, cost));
    },
  };
}

async function argon2idOf(passphrase: string, salt: Uint8Array, { memoryKiB, passes, lanes }: Argon2Cost): Promise<Uint8Array> {
  const bytes = await argon2(passphrase.normalize('NFKC'), {
    raw: true,
    type: argon2id,
    version: 0x13,
    hashLength: 64,
    salt: Buffer.from(salt),
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
  });

  return Uint8Array.from(bytes);
}

const FEWEST_CODE_POINTS = 15;
const MOST_CODE_POINTS = 256;
const MOST_BYTES = 1024;

/** A passphrase that cannot be one; the message never holds it. */
export class PassphraseError extends Error {
  override name = 'PassphraseError';
  readonly reason: 'too-short' | 'too-long';

  constructor(reason: 'too-short' | 'too-long') {
    super(`passphrase ${reason}`);
    this.reason = reason;
  }
}

/** The passphrase in NFKC, spaces kept, nothing required of its characters. Throws PassphraseError outside its bounds. */
export function normalise(passphrase: string): string {
  const normal = passphrase.normalize('NFKC');
  const codePoints = [...normal].length;
  if (codePoints < FEWEST_CODE_POINTS) throw new PassphraseError('too-short');
  if (codePoints > MOST_CODE_POINTS || Buffer.byteLength(normal) > MOST_BYTES) throw new PassphraseError('too-long');

  return normal;
}

/**
 * Whether someone may choose this passphrase.
 * @param extraWords names an attacker would try first: the establishment, the role; each may be several words
 */
export function checkPassphrase(passphrase: string, extraWords: string[]): 'ok' | 'too-short' | 'too-long' | 'too-common' {
  try {
    return isTooCommon(normalise(passphrase), extraWords) ? 'too-common' : 'ok';
  } catch (error) {
    if (error instanceof PassphraseError) return error.reason;

    throw error;
  }
}
