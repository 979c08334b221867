import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { session as sessionTable, sessionCertificate } from '../../db/schema/people.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { signCertificate, type SessionCertificate } from '../vault/certificate.ts';
import { identityFrom } from '../vault/ed25519.ts';
import type { PersonKeys } from '../vault/person-keys.ts';
import { newSession, sealBundle } from '../vault/session-bundle.ts';

/** Minutes without a request after which a session ends (design 4, "A session"). */
export const idleMinutes = { shared: 10, mandate: 30, own: 60 } as const;
const longestMs = 10 * 3600 * 1000;

/** What a person gets for signing in: the token goes to them and is kept nowhere. */
export type SignedIn = { person: string; token: string; expiresAt: Date; session: Session };

/** A session ready to be written. */
export type OpenedSession = SignedIn & { certificate: SessionCertificate; sealed: Uint8Array; idleMinutes: number };

type Owner = { person: string; keys: PersonKeys; statementDigest: Uint8Array; idleMinutes: number; at: Date };

/** Makes a session: its id, its secret, its keys, and the certificate the identity key signs for it. */
export function openSession({ secrets }: Pick<Core, 'secrets'>, { person, keys, statementDigest, idleMinutes, at }: Owner): OpenedSession {
  const deployment = secrets.deployment.id;
  const { idHash, secret, token } = newSession();
  const { seed: sessionSeed, publicKey: sessionPublicKey, sign } = identityFrom(randomBytes(32));
  const expiresAt = new Date(at.getTime() + longestMs);
  const bundle = { xwingPrivateKey: keys.xwing.privateKey, ringKey: keys.ringKey, sessionSeed };

  return {
    person, token, expiresAt, idleMinutes,
    certificate: signCertificate(keys.identity, { deployment, person, statementDigest, sessionIdHash: idHash, sessionPublicKey, notBefore: at, expiry: expiresAt }),
    sealed: sealBundle(secret, idHash, deployment, bundle),
    session: { person, certificate: randomUUID(), idHash, expiresAt, xwingPrivateKey: bundle.xwingPrivateKey, ringKey: bundle.ringKey, sign },
  };
}

/** Stores the session and journals the sign-in, in a transaction that acts as this person. */
export async function writeSession(tx: Tx, core: Core, opened: OpenedSession): Promise<void> {
  const { person, session, certificate, sealed, idleMinutes } = opened;
  await removeDeadRows(tx, person);
  await tx.insert(sessionCertificate).values({
    id: session.certificate, personId: person, statementDigest: certificate.statementDigest, idHash: session.idHash,
    publicKey: certificate.sessionPublicKey, notBefore: certificate.notBefore, expiresAt: certificate.expiry, signature: certificate.signature,
  });
  await tx.insert(sessionTable).values({ idHash: session.idHash, certificateId: session.certificate, personId: person, sealed, idleMinutes, lastSeenAt: certificate.notBefore });
  await core.journal.append(tx, {
    event: 'signed-in', actor: { kind: 'person', person }, subject: { person, session: session.certificate }, detail: { idleMinutes }, signer: signerOf(session),
  });
}

export function idleOf({ isShared, holdsMandate }: { isShared: boolean; holdsMandate: boolean }): number {
  if (isShared) return idleMinutes.shared;

  return holdsMandate ? idleMinutes.mandate : idleMinutes.own;
}

/** What the caller hands out: not the rows. */
export function signedIn({ person, token, expiresAt, session }: OpenedSession): SignedIn {
  return { person, token, expiresAt, session };
}

async function removeDeadRows(tx: Tx, person: string): Promise<void> {
  const isIdle = sql`${sessionTable.lastSeenAt} + make_interval(mins => ${sessionTable.idleMinutes}) <= entente_now()`;
  await tx.delete(sessionTable).where(and(eq(sessionTable.personId, person), isIdle));
}
