import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { Core } from '../core.ts';
import { ENVELOPE_OVERHEAD } from '../vault/envelope.ts';
import type { Slot } from '../vault/slots.ts';
import type { Login } from './address.ts';
import { countAttempt, type AttemptKind } from './attempts.ts';
import { slotOf } from './slot-rows.ts';

type Row = {
  id: string; person_id: string; kind: Slot['kind']; salt: Uint8Array; memory_kib: number | null; passes: number | null; lanes: number | null;
  pepper_version: number | null; statement_digest: Uint8Array; sealed: Uint8Array;
};

/**
 * The slots of one kind of every account of a login, after the try has been counted. An unknown login gets a slot that
 * nothing opens, so that it costs the same work.
 * @throws Problem `too-many`
 */
export async function slotsOfLogin(core: Core, attempt: AttemptKind, kind: Slot['kind'], { hmac }: Login, ip: string): Promise<Slot[]> {
  const rows = await core.database.withActor({ kind: 'visitor' }, async (tx) => {
    await countAttempt(tx, core, attempt, Buffer.from(hmac).toString('hex'), ip);

    return readRows(tx, hmac);
  });
  const slots = rows.filter((row) => row.kind === kind).map(fromRow);

  return slots.length > 0 ? slots : [dummy(core, kind)];
}

async function readRows(tx: Tx, hmac: Uint8Array): Promise<Row[]> {
  return tx.execute<Row>(sql`
    select id, person_id, kind, salt, memory_kib, passes, lanes, pepper_version, statement_digest, sealed from slots_of_login(${hmac})`);
}

function fromRow(row: Row): Slot {
  return slotOf({
    id: row.id, personId: row.person_id, kind: row.kind, salt: row.salt, memoryKib: row.memory_kib, passes: row.passes, lanes: row.lanes,
    pepperVersion: row.pepper_version, statementDigest: row.statement_digest, sealed: row.sealed,
  });
}

function dummy({ secrets, hasher }: Core, kind: Slot['kind']): Slot {
  const isPassphrase = kind === 'passphrase';

  return {
    id: randomUUID(), person: randomUUID(), kind, salt: randomBytes(32), statementDigest: randomBytes(32), sealed: shut,
    argon2: isPassphrase ? hasher.cost : null, pepperVersion: isPassphrase ? secrets.pepper.current : null,
  };
}

const shut = Uint8Array.of(0x01, ...randomBytes(ENVELOPE_OVERHEAD - 1 + 32));
