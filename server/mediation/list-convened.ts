import { and, asc, eq, sql } from 'drizzle-orm';
import { caseFile } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';

/** The convened cases of an office that whoever asks has in charge or keeps the register of: what an agenda may hold. */
export async function listConvened(core: Core, { person }: Session, office: string): Promise<{ case: string; reference: string }[]> {
  return core.database.withActor({ kind: 'person', id: person }, (tx) =>
    tx.select({ case: caseFile.id, reference: caseFile.reference }).from(caseFile)
      .where(and(eq(caseFile.officeId, office), eq(caseFile.state, 'convened'), sql`(${caseFile.inCharge} = ${person} or exists (select from live_mandate m where m.office_id = ${office} and m.person_id = ${person} and m.role = 'secretary'))`))
      .orderBy(asc(caseFile.reference)));
}
