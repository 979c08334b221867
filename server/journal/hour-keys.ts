import { randomBytes, randomUUID } from 'node:crypto';
import { enc, idBytes, instant } from '../vault/bytes.ts';
import { sealTo, type Sealed } from '../vault/seal.ts';

const HOUR_MS = 3_600_000;

/** The key of one node and one hour, and the same sealed to root. `isKept`: a committed transaction holds the sealed one. */
export type HourKey = { id: string; node: number; hour: Date; key: Uint8Array; sealed: Sealed; isKept: boolean };

export type HourKeys = {
  /** The latest key made, whatever its hour. */
  latest(): HourKey | null;
  /** The key of that instant's hour, made on first use. */
  at(now: Date): Promise<HourKey>;
};

type Origin = { deployment: string; node: number; rootXwingPublicKey: Uint8Array };

/** Makes one key an hour and seals it once, to root's X-Wing key (1,216 bytes); everything stays in memory otherwise. */
export function hourKeys(origin: Origin): HourKeys {
  let latest: HourKey | null = null;
  let making: { hour: number; key: Promise<HourKey> } | null = null;

  return {
    latest: () => latest,
    at: async (now) => {
      const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
      if (latest?.hour.getTime() === hour) return latest;

      if (making?.hour !== hour) making = { hour, key: makeKey(origin, new Date(hour)) };
      const mine = making;
      try {
        latest = await mine.key;
      } finally {
        if (making === mine) making = null;
      }

      return mine.key;
    },
  };
}

/** HPKE's `info` for the sealed hourly key. */
export function hourKeyInfo(deployment: string, { id, node, hour }: Pick<HourKey, 'id' | 'node' | 'hour'>): Uint8Array {
  return enc('journal-key', idBytes(deployment), idBytes(id), node, instant(hour));
}

async function makeKey({ deployment, node, rootXwingPublicKey }: Origin, hour: Date): Promise<HourKey> {
  const id = randomUUID();
  const key = randomBytes(32);
  const info = hourKeyInfo(deployment, { id, node, hour });
  const [sealed] = await sealTo([{ publicKey: rootXwingPublicKey, info, plaintext: key }]);
  if (!sealed) throw new RangeError('fewer results than jobs');

  return { id, node, hour, key, sealed, isKept: false };
}
