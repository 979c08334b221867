import { and, eq, lt, sql } from 'drizzle-orm';
import { session as sessionTable } from '../../db/schema/people.ts';
import type { Core, Session } from '../core.ts';
import { equal } from '../vault/bytes.ts';
import type { SessionCertificate } from '../vault/certificate.ts';
import { identityFrom } from '../vault/ed25519.ts';
import { EnvelopeError } from '../vault/envelope.ts';
import { openBundle, parseToken, type Bundle } from '../vault/session-bundle.ts';
import { isCertified } from './certified-session.ts';
import { idleMinutes } from './open-session.ts';

/** What the session says of where it is used. */
export type Device = { isShared: boolean; idleMinutes: number };
export type Resumed = { session: Session; device: Device };

type Row = {
  certificate_id: string; person_id: string; sealed: Uint8Array; idle_minutes: number; last_seen_ms: number; statement_digest: Uint8Array;
  public_key: Uint8Array; not_before_ms: number; expires_ms: number; signature: Uint8Array; is_ended: boolean;
};

/**
 * The session of a token, if it lives now. Its row is looked up every time, so that revoking is immediate; the secret in
 * the token opens its keys; and the certificate, followed up to root, says that this person signed for them.
 * @returns null for anything else, without saying why
 */
export async function resumeSession(core: Core, token: string): Promise<Resumed | null> {
  const parts = parseToken(token);
  const row = parts && (await lookUp(core, parts.idHash));
  if (!row || row.is_ended || !isAwake(core, row)) return null;

  const bundle = opened(core, parts, row.sealed);
  if (!bundle) return null;

  const identity = identityFrom(bundle.sessionSeed);
  const certificate = certificateOf(core, parts.idHash, row);
  if (!equal(identity.publicKey, certificate.sessionPublicKey) || !(await isCertified(core, row.certificate_id, certificate))) {
    await refuseForged(core, row.person_id, parts.idHash);

    return null;
  }
  await touch(core, row, parts.idHash);

  return {
    device: { isShared: row.idle_minutes === idleMinutes.shared, idleMinutes: row.idle_minutes },
    session: {
      person: row.person_id, certificate: row.certificate_id, idHash: parts.idHash, expiresAt: certificate.expiry,
      xwingPrivateKey: bundle.xwingPrivateKey, ringKey: bundle.ringKey, sign: identity.sign,
    },
  };
}

async function lookUp({ database }: Core, idHash: Uint8Array): Promise<Row | undefined> {
  const [row] = await database.withActor({ kind: 'visitor' }, (tx) =>
    tx.execute<Row>(sql`
      select certificate_id, person_id, sealed, idle_minutes, statement_digest, public_key, signature, ended_at is not null as is_ended,
        (extract(epoch from last_seen_at) * 1000)::float8 as last_seen_ms,
        (extract(epoch from not_before) * 1000)::float8 as not_before_ms, (extract(epoch from expires_at) * 1000)::float8 as expires_ms
      from session_of_hash(${idHash})`),
  );

  return row;
}

function isAwake({ clock }: Core, { last_seen_ms, idle_minutes, expires_ms }: Row): boolean {
  const now = clock().getTime();

  return now < expires_ms && now < last_seen_ms + idle_minutes * 60_000;
}

function opened({ secrets }: Core, { secret, idHash }: { secret: Uint8Array; idHash: Uint8Array }, sealed: Uint8Array): Bundle | null {
  try {
    return openBundle(secret, idHash, secrets.deployment.id, sealed);
  } catch (error) {
    if (error instanceof EnvelopeError) return null;

    throw error;
  }
}

function certificateOf({ secrets }: Core, sessionIdHash: Uint8Array, row: Row): SessionCertificate {
  return {
    deployment: secrets.deployment.id, person: row.person_id, statementDigest: row.statement_digest, sessionIdHash, sessionPublicKey: row.public_key,
    notBefore: new Date(row.not_before_ms), expiry: new Date(row.expires_ms), signature: row.signature,
  };
}

/** The right secret over the wrong certificate: somebody wrote this row. It goes, so that one forgery raises one alarm. */
async function refuseForged({ database, journal }: Core, person: string, idHash: Uint8Array): Promise<void> {
  await database.withActor({ kind: 'person', id: person }, async (tx) => {
    const { count } = await tx.delete(sessionTable).where(eq(sessionTable.idHash, idHash));
    if (count > 0) await journal.append(tx, { event: 'alarm', act: 'session-refused', actor: { kind: 'system' }, subject: { person } });
  });
}

/** At most once a minute: a busy session need not write at every request. */
async function touch({ database, clock }: Core, { person_id: id, last_seen_ms }: Row, idHash: Uint8Array): Promise<void> {
  const now = clock();
  if (now.getTime() - last_seen_ms < 60_000) return;

  await database.withActor({ kind: 'person', id }, (tx) =>
    tx.update(sessionTable).set({ lastSeenAt: now }).where(and(eq(sessionTable.idHash, idHash), lt(sessionTable.lastSeenAt, now))),
  );
}
