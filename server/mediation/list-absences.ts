import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { absence } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { officeMembers } from './office-members.ts';

/** The absences of an office, running or to come, for those in office there. @throws Problem `not-found` */
export async function listAbsences(core: Core, session: Session, office: string) {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
    if (!(await officeMembers(tx, office)).some(({ person }) => person === session.person)) throw new Problem('not-found');
    const rows = await tx.select().from(absence).where(and(eq(absence.officeId, office), isNull(absence.endedAt), gt(absence.untilAt, now))).orderBy(asc(absence.fromAt));
    await core.journal.append(tx, { event: 'listed', act: 'absences', actor: { kind: 'person', person: session.person }, subject: { office }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map(({ id, personId, deputyId, kind, fromAt, untilAt }) => ({ absence: id, person: personId, standIn: deputyId, kind, from: fromAt.toISOString(), until: untilAt.toISOString() }));
  });
}
