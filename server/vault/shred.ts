import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { shredPurposes, type ShredPurpose } from '../../policies/vocabulary.ts';

export type ShredKeys = Readonly<Record<ShredPurpose, Uint8Array>>;

/** The shred keys, in a database of their own with short backups (design 4). */
export type Shred = {
  /** Makes the three keys of a case. It commits before the case exists: an orphan is reported and never swept. */
  create(caseId: string, at: Date): Promise<ShredKeys>;
  /** The keys of a case; a destroyed one is absent. */
  keys(caseId: string): Promise<Partial<ShredKeys>>;
  ping(): Promise<void>;
  close(): Promise<void>;
};

export function connectShred(url: string, { max = 5 } = {}): Shred {
  const sql = postgres(url, { max, onnotice: () => {}, connection: { application_name: 'entente-shred' } });

  return {
    create: async (caseId, at) => {
      const keys = { notes: random(), workspace: random(), file: random() };
      await sql`insert into shred_key ${sql(shredPurposes.map((purpose) => ({ case_id: caseId, purpose, key: keys[purpose], created_at: at })))}`;

      return keys;
    },
    keys: async (caseId) => {
      const rows = await sql<{ purpose: ShredPurpose; key: Uint8Array | null }[]>`select purpose, key from shred_key where case_id = ${caseId}`;

      return Object.fromEntries(rows.flatMap(({ purpose, key }) => (key ? [[purpose, new Uint8Array(key)]] : [])));
    },
    ping: async () => void (await sql`select 1`),
    close: () => sql.end({ timeout: 5 }),
  };
}

function random(): Uint8Array {
  return new Uint8Array(randomBytes(32));
}
