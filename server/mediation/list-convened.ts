import { and, asc, eq, sql } from 'drizzle-orm';
import { caseFile } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { officeMembers } from './office-members.ts';

/**
 * The convened cases of an office that whoever asks has in charge or keeps the register of: what an agenda may hold.
 * @throws Problem `not-found` for whoever holds no mandate there
 */
export async function listConvened(core: Core, session: Session, office: string): Promise<{ case: string; reference: string }[]> {
  const { person } = session;

  return refusing(core, session, 'list-convened', () => core.database.withActor({ kind: 'person', id: person }, async (tx) => {
    if (!(await officeMembers(tx, office)).some((member) => member.person === person)) throw new Problem('not-found');

    return tx.select({ case: caseFile.id, reference: caseFile.reference }).from(caseFile)
      .where(and(eq(caseFile.officeId, office), eq(caseFile.state, 'convened'), sql`(${caseFile.inCharge} = ${person} or exists (select from live_mandate m where m.office_id = ${office} and m.person_id = ${person} and m.role = 'secretary'))`))
      .orderBy(asc(caseFile.reference));
  }));
}
