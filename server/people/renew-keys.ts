import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { session as sessionTable } from '../../db/schema/people.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { newSeed, personKeys, type PersonKeys } from '../vault/person-keys.ts';
import { newRecoveryCode } from '../vault/recovery-code.ts';
import { sealRecoverySlot } from '../vault/slots.ts';
import { signStatement, statementDigest, type Statement } from '../vault/statement.ts';
import type { StatementSignature, Verified } from '../vault/trust.ts';
import { afterSignIn } from './after-sign-in.ts';
import type { Enrolled } from './enrol.ts';
import { idleMinutes, openSession, signedIn, writeSession } from './open-session.ts';
import { openOwnSeed } from './own-seed.ts';
import { rewrapRing } from './rewrap-ring.ts';
import { rewrapShares } from './rewrap-shares.ts';
import { endOthers } from './sessions.ts';
import { replaceSlots, sealNewPassphrase } from './slot-rows.ts';
import { appendStatement } from './statement-line.ts';
import { stretch } from './stretch.ts';
import { openWaitingGrants, requireNoNewGrant } from './waiting-grants.ts';

/** A person's session before and after their keys changed. */
export type Renewal = { from: Session; to: Session };

/**
 * Gives a person a new seed, hence new keys, by a `next` statement signed with the former key. In one transaction: both
 * slots remade (same passphrase, new recovery code), the ring and the shares of office keys wrapped anew, and every session
 * ended for a new one, since the former certificates fall with the former key. What waits unopened joins the ring before.
 * @throws Problem `wrong-passphrase`, `changed-meanwhile`, `too-many`, `overloaded`
 */
export async function renewKeys(core: Core, session: Session, { passphrase }: { passphrase: string }): Promise<Enrolled> {
  const { person } = session;
  const own = await openOwnSeed(core, session, passphrase);
  const stretched = await stretch(core, passphrase, own.login);
  const idle = await idleOfSession(core, session);
  const leftShut = await openWaitingGrants(core, session);

  const seed = newSeed();
  const keys = await personKeys(seed);
  const at = core.clock();
  const { statement, signatures } = nextStatement(own.verified, own.keys, keys, at);
  const digest = statementDigest(statement);
  const code = newRecoveryCode();
  const owner = () => ({ id: randomUUID(), person, statementDigest: digest });
  const slots = [sealNewPassphrase(core, owner(), seed, stretched), sealRecoverySlot(core.secrets.deployment.id, owner(), seed, code.bytes)];
  const opened = openSession(core, { person, keys, statementDigest: digest, idleMinutes: idle, at });

  await core.database.withActor({ kind: 'person', id: person }, async (tx) => {
    const renewal = { from: session, to: opened.session };
    const slotsWritten = await replaceSlots(tx, own.slot, slots, at);
    await appendStatement(tx, statement, signatures);
    await requireNoNewGrant(tx, session, leftShut);
    const ring = await rewrapRing(tx, core, renewal);
    const sharesLeft = await rewrapShares(tx, core, renewal, { ...own.verified, statement, digest });
    const ended = await endOthers(tx, core, opened.session);
    await core.journal.append(tx, {
      event: 'keys-renewed', actor: { kind: 'person', person }, subject: { person }, detail: { ended, version: statement.version, grantsLeft: leftShut.size, ringLeft: ring.left, sharesLeft },
      written: slotsWritten, signer: signerOf(opened.session),
    });
    await writeSession(tx, core, opened);
  });
  await afterSignIn(core, opened.session);

  return { ...signedIn(opened), recoveryCode: code.text };
}

/** The former key hands over; the new one shows that somebody holds it. Dates of signatures are those of the statement. */
function nextStatement(former: Verified, formerKeys: PersonKeys, keys: PersonKeys, at: Date): { statement: Statement; signatures: StatementSignature[] } {
  const statement: Statement = {
    ...former.statement, version: former.statement.version + 1, kind: 'next', xwing: keys.xwing.publicKey, ed25519: keys.identity.publicKey,
    previous: former.digest, validFrom: at, validTo: null, office: null, role: null,
  };

  return {
    statement,
    signatures: [
      { by: 'previous', signer: null, signature: signStatement(formerKeys.identity, statement), at },
      { by: 'subject', signer: null, signature: signStatement(keys.identity, statement), at },
    ],
  };
}

/** The new session is as patient as the one it takes the place of. */
async function idleOfSession(core: Core, session: Session): Promise<number> {
  const [row] = await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    tx.select({ idle: sessionTable.idleMinutes }).from(sessionTable).where(eq(sessionTable.idHash, session.idHash)),
  );

  return row?.idle ?? idleMinutes.shared;
}
