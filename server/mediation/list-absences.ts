import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { absence } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { Problem } from '../problems.ts';
import { mayEndAbsence } from './absences.ts';
import { officeMembers } from './office-members.ts';

export type ListedAbsence = Awaited<ReturnType<typeof listAbsences>>[number];

/**
 * The absences of an office, running or to come, for those in office there. A name is null once its holder is out of reach;
 * `mayEnd`: whether whoever asks may end it.
 * @throws Problem `not-found`
 */
export async function listAbsences(core: Core, session: Session, office: string) {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
    if (!(await officeMembers(tx, office)).some(({ person }) => person === session.person)) throw new Problem('not-found');
    const rows = await tx.select().from(absence).where(and(eq(absence.officeId, office), isNull(absence.endedAt), gt(absence.untilAt, now))).orderBy(asc(absence.fromAt));
    const names = await namesOf(tx, core, rows.flatMap(({ personId, deputyId }) => [personId, deputyId]));
    await core.journal.append(tx, { event: 'listed', act: 'absences', actor: { kind: 'person', person: session.person }, subject: { office }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map((row) => ({
      absence: row.id, person: row.personId, name: names.get(row.personId) ?? null, standIn: row.deputyId, standInName: names.get(row.deputyId) ?? null, kind: row.kind,
      from: row.fromAt.toISOString(), until: row.untilAt.toISOString(), hasBegun: row.fromAt <= now, mayEnd: mayEndAbsence(row, session.person),
    }));
  });
}
