import { randomBytes, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { urlOf, usualNames } from '../db/bootstrap.ts';
import { identityFrom } from '../server/vault/ed25519.ts';
import { sealGrants } from '../server/vault/grant.ts';
import { openBundle, parseToken } from '../server/vault/session-bundle.ts';

/** The machine the story runs on, as whoever owns it sees it. */
export type Machine = { superuserUrl: string; deployment: string };

/** Who gives what they never held: the token of their session opens their own signing key, and nothing else. */
export type Forgery = { caseId: string; kind: string; grantor: { person: string; token: string }; recipient: string; at: Date };

type Epoch = { id: string; number: string; act_id: string; compartment_id: string };

/**
 * What no route can do, done in the database by its superuser with somebody in office as accomplice: the recipient's true
 * key is put aside, and in its place stands a grant of an invented key, correctly sealed and signed by the accomplice.
 * @returns how many alarms the journal holds before, and what takes the forgery away again
 */
export async function forgeGrant({ superuserUrl, deployment }: Machine, forged: Forgery): Promise<{ alarms(): Promise<number>; undo(): Promise<void> }> {
  const sql = postgres(urlOf(superuserUrl, usualNames.database), { max: 1, onnotice: () => {} });
  const epoch = await openEpoch(sql, forged);
  await putAside(sql, epoch.id, forged.recipient);
  const id = await insertForged(sql, deployment, epoch, forged);

  return {
    alarms: async () => (await sql<{ count: number }[]>`select count(*)::int as count from journal_entry where class = 4`)[0]?.count ?? 0,
    undo: async () => {
      await sql`delete from key_grant where id = ${id}`;
      await sql`insert into key_grant select * from aside_grant`;
      await sql`insert into ring_key select * from aside_ring`;
      await sql.end();
    },
  };
}

async function openEpoch(sql: postgres.Sql, { caseId, kind }: Forgery): Promise<Epoch> {
  const [epoch] = await sql<Epoch[]>`
    select e.id, e.number, e.act_id, e.compartment_id from epoch e join compartment c on c.id = e.compartment_id
    where e.case_id = ${caseId} and c.kind = ${kind} and e.closed_at is null`;
  if (!epoch) throw new Error(`no ${kind} is open in this case`);

  return epoch;
}

async function putAside(sql: postgres.Sql, epoch: string, recipient: string): Promise<void> {
  await sql.unsafe('create temp table aside_grant as select * from key_grant limit 0; create temp table aside_ring as select * from ring_key limit 0');
  await sql`with gone as (delete from key_grant where epoch_id = ${epoch} and recipient_id = ${recipient} returning *) insert into aside_grant select * from gone`;
  await sql`with gone as (delete from ring_key where epoch_id = ${epoch} and person_id = ${recipient} returning *) insert into aside_ring select * from gone`;
}

async function insertForged(sql: postgres.Sql, deployment: string, epoch: Epoch, { caseId, grantor, recipient, at }: Forgery): Promise<string> {
  const session = parseToken(grantor.token);
  const [row] = session ? await sql<{ sealed: Uint8Array; certificate_id: string }[]>`select sealed, certificate_id from session where id_hash = ${session.idHash}` : [];
  const [keys] = await sql<{ xwing_public: Uint8Array }[]>`select xwing_public from statement where person_id = ${recipient} order by version desc limit 1`;
  if (!session || !row || !keys) throw new Error('the accomplice is signed in, and the recipient has keys');

  const { sessionSeed } = openBundle(session.secret, session.idHash, deployment, new Uint8Array(row.sealed));
  const facts = { deployment, caseId, compartment: epoch.compartment_id, epoch: Number(epoch.number), recipient: { kind: 'person' as const, id: recipient }, grantor: grantor.person, act: epoch.act_id, createdAt: at, expiresAt: null };
  const [grant] = await sealGrants(identityFrom(sessionSeed), new Uint8Array(randomBytes(32)), [{ ...facts, publicKey: new Uint8Array(keys.xwing_public) }]);
  if (!grant) throw new Error('one key gives one grant');

  const id = randomUUID();
  await sql`insert into key_grant ${sql({
    id, case_id: caseId, compartment_id: epoch.compartment_id, epoch_id: epoch.id, recipient_kind: 'person', recipient_id: recipient, grantor_id: grantor.person, act_id: epoch.act_id,
    enc: Buffer.from(grant.enc), ciphertext: Buffer.from(grant.ciphertext), certificate_id: row.certificate_id, signature: Buffer.from(grant.signature), created_at: at,
  })}`;

  return id;
}
