import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { absence, act, caseFile } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { mayEndAbsence } from './absences.ts';
import { actRow } from './signed-act.ts';
import { drainCase } from './keys/drain.ts';

/**
 * Ends an absence before its last day, or one that has not begun: by whoever is back, whoever stood in, or whoever recorded
 * it. The stand-in's keys go at once; the session of whoever ends it opens the next epochs where it holds a key.
 * @throws Problem `not-found`, `acted-first` once it is over
 */
export async function endAbsence(core: Core, session: Session, id: string): Promise<{ endedAt: string }> {
  const { endedAt, cases } = await refusing(core, session, 'end-absence', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
      const [row] = await tx.select().from(absence).where(eq(absence.id, id)).for('update');
      if (!row || !mayEndAbsence(row, session.person)) throw new Problem('not-found');
      if (row.endedAt !== null || row.untilAt <= now) throw new Problem('acted-first');

      const touched = and(eq(caseFile.officeId, row.officeId), eq(caseFile.inCharge, row.personId));
      const cases = (await tx.select({ id: caseFile.id }).from(caseFile).where(touched)).map((one) => one.id);
      const signed = actRow(core, session, null, { id: randomUUID(), kind: 'end-absence', subject: null, previous: row.actId }, now);
      await tx.insert(act).values(signed);
      await tx.update(caseFile).set({ holders: sql`${caseFile.holders} + 1` }).where(touched);
      await tx.update(absence).set({ endedAt: now, endActId: signed.id }).where(eq(absence.id, id));
      for (const caseId of cases) await tx.execute(sql`select sweep_case(${caseId})`);
      await core.journal.append(tx, {
        event: 'deed', act: 'end-absence', actor: { kind: 'person', person: session.person }, subject: { absence: id, office: row.officeId, person: row.personId, deputy: row.deputyId }, detail: { cases: cases.length }, signer: signerOf(session),
      });

      return { endedAt: now.toISOString(), cases };
    }),
  );
  for (const caseId of cases) await drainCase(core, session, caseId);

  return { endedAt };
}
