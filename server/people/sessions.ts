import { and, eq, gt, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { session as sessionTable, sessionCertificate } from '../../db/schema/people.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idleMinutes } from './open-session.ts';

/** `id` is the certificate's. Dates are instants. */
export type OwnSession = { id: string; isCurrent: boolean; isShared: boolean; startedAt: Date; lastSeenAt: Date; expiresAt: Date };

/** One's live sessions, latest first. */
export async function listSessions(core: Core, session: Session): Promise<OwnSession[]> {
  const rows = await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    tx
      .select({ id: sessionCertificate.id, idle: sessionTable.idleMinutes, startedAt: sessionCertificate.notBefore, lastSeenAt: sessionTable.lastSeenAt, expiresAt: sessionCertificate.expiresAt })
      .from(sessionTable)
      .innerJoin(sessionCertificate, eq(sessionCertificate.id, sessionTable.certificateId))
      .where(and(eq(sessionTable.personId, session.person), isNull(sessionCertificate.endedAt), gt(sessionCertificate.expiresAt, sql`entente_now()`), isAwake))
      .orderBy(sql`${sessionTable.lastSeenAt} desc`),
  );

  return rows.map(({ idle, ...row }) => ({ ...row, isCurrent: row.id === session.certificate, isShared: idle === idleMinutes.shared }));
}

/** Ends one of one's sessions, at once and everywhere. Throws Problem `not-found` when there is none of this id. */
export async function revokeSession(core: Core, session: Session, id: string): Promise<void> {
  await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const ended = await endSessions(tx, core, session.person, eq(sessionCertificate.id, id), eq(sessionTable.certificateId, id));
    if (ended === 0) throw new Problem('not-found');
    await journalRevoked(tx, core, session, id, ended);
  });
}

/** Ends all of one's sessions but this one. */
export async function revokeOthers(core: Core, session: Session): Promise<void> {
  await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const ended = await endOthers(tx, core, session);
    await journalRevoked(tx, core, session, undefined, ended);
  });
}

/** Ends all sessions of a person but one, in the caller's transaction; returns how many were live. */
export async function endOthers(tx: Tx, core: Core, kept: Pick<Session, 'person' | 'certificate'>): Promise<number> {
  return endSessions(tx, core, kept.person, ne(sessionCertificate.id, kept.certificate), ne(sessionTable.certificateId, kept.certificate));
}

/** Ends one session in the caller's transaction. */
export async function endOwn(tx: Tx, core: Core, { person, certificate }: Session): Promise<number> {
  return endSessions(tx, core, person, eq(sessionCertificate.id, certificate), eq(sessionTable.certificateId, certificate));
}

/** The row goes, so that nobody resumes the session; the certificate stays and says when it ended. */
async function endSessions(tx: Tx, core: Core, person: string, certificates: SQL, rows: SQL): Promise<number> {
  const { count } = await tx.delete(sessionTable).where(and(eq(sessionTable.personId, person), rows));
  await tx
    .update(sessionCertificate)
    .set({ endedAt: core.clock() })
    .where(and(eq(sessionCertificate.personId, person), isNull(sessionCertificate.endedAt), gt(sessionCertificate.expiresAt, sql`entente_now()`), certificates));

  return count;
}

async function journalRevoked(tx: Tx, core: Core, session: Session, id: string | undefined, ended: number): Promise<void> {
  const { person } = session;
  await core.journal.append(tx, { event: 'session-revoked', actor: { kind: 'person', person }, subject: { person, session: id }, detail: { ended }, signer: signerOf(session) });
}

const isAwake = sql`${sessionTable.lastSeenAt} + make_interval(mins => ${sessionTable.idleMinutes}) > entente_now()`;
