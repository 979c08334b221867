import { randomBytes, randomUUID } from 'node:crypto';
import { desc, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { officeKey, officeKeyShare } from '../../../db/schema/index.ts';
import { officeKeysOf } from '../../../policies/appointments.ts';
import type { OfficeKeyUse } from '../../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../../core.ts';
import { idBytes } from '../../vault/bytes.ts';
import { keyPairFrom } from '../../vault/seal.ts';
import { signStatement, statementDigest, type Statement } from '../../vault/statement.ts';
import { insertStatement } from '../statement-line.ts';
import { mandatesInForce, type HeldMandate } from './mandates.ts';
import { sealShare } from './office-key-share.ts';

type KeyRow = typeof officeKey.$inferSelect;
type Missing = { office: string; use: OfficeKeyUse; former: KeyRow | undefined; opener: HeldMandate };

/**
 * After sign-in: makes every shared key of one's offices that one's verified mandates give and that is not open. The first
 * member to sign in opens epoch 1; who signs in first after somebody has left opens the next.
 * @returns the ids of the keys opened now; a key that somebody else opened first is not among them
 */
export async function openOfficeKeys(core: Core, session: Session): Promise<string[]> {
  const missing = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => missingKeys(tx, core, session));
  const opened: string[] = [];
  for (const one of missing) {
    const id = await openKey(core, session, one);
    if (id) opened.push(id);
  }

  return opened;
}

async function missingKeys(tx: Tx, core: Core, session: Session): Promise<Missing[]> {
  const held = await mandatesInForce(tx, core.secrets, core.clock(), [session.person]);
  const wanted = held.flatMap((one) => officeKeysOf([one.row.role]).map((use) => ({ office: one.office.id, use, opener: one })));
  const offices = [...new Set(wanted.map(({ office }) => office))];
  if (offices.length === 0) return [];

  await sweepDeparted(tx, offices);
  const keys = await tx.select().from(officeKey).where(inArray(officeKey.officeId, offices)).orderBy(desc(officeKey.epoch));
  const latest = (one: { office: string; use: OfficeKeyUse }) => keys.find((key) => key.officeId === one.office && key.use === one.use);

  return wanted
    .filter((one, place) => wanted.findIndex(({ office, use }) => office === one.office && use === one.use) === place)
    .map((one) => ({ ...one, former: latest(one) }))
    .filter(({ former }) => !former || former.closedAt !== null);
}

/** A mandate that ended by its date leaves its shares behind: they go before anything else is sealed to the key. */
async function sweepDeparted(tx: Tx, offices: readonly string[]): Promise<void> {
  const due = await tx.execute<{ office: string }>(sql`select office from offices_to_sweep() as office`);
  for (const { office } of due) {
    if (offices.includes(office)) await tx.execute(sql`select sweep_office(${office})`);
  }
}

async function openKey(core: Core, session: Session, { office, use, former, opener }: Missing): Promise<string | undefined> {
  const pair = await keyPairFrom(randomBytes(32));
  const at = core.clock();
  const statement: Statement = {
    deployment: core.secrets.deployment.id, person: office, version: (former?.epoch ?? 0) + 1, kind: 'office', xwing: pair.publicKey, ed25519: new Uint8Array(0),
    previous: former?.statementDigest ?? null, validFrom: at, validTo: null, office, role: use,
  };
  const key = { id: randomUUID(), officeId: office, use, epoch: statement.version, statementDigest: statementDigest(statement), openedAt: at };
  const [share] = await sealShare(core, session, [{ officeKeyId: key.id, privateKey: pair.privateKey }], opener.keys);

  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    // Two members may sign in at once: the unique epoch lets one in, and the other has nothing to do.
    const [first] = await tx.insert(officeKey).values(key).onConflictDoNothing().returning({ id: officeKey.id });
    if (!first || !share) return undefined;

    await insertStatement(tx, statement, [{ by: 'session', signer: idBytes(session.certificate), signature: signStatement(session, statement), at }]);
    await tx.insert(officeKeyShare).values(share);
    await tx.execute(sql`select mark_office_cases(${office})`);
    await core.journal.append(tx, {
      event: 'office-key-opened', actor: { kind: 'person', person: session.person, role: opener.row.role },
      subject: { office, officeKey: key.id }, detail: { use, epoch: key.epoch }, signer: signerOf(session),
    });

    return key.id;
  });
}
