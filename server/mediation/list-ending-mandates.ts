import { and, asc, count, eq, lt, sql } from 'drizzle-orm';
import { caseFile, mandate } from '../../db/schema/index.ts';
import { presidingRoles, type Role } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { Problem } from '../problems.ts';
import { officeMembers } from './office-members.ts';

const soon = 30 * 86_400_000;

/** Mandates of an office that end within thirty days while their holder has cases in charge, for whoever presides there. @throws Problem `not-found` */
export async function listEndingMandates(core: Core, session: Session, office: string) {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
    const members = await officeMembers(tx, office);
    if (!members.some(({ person, role }) => person === session.person && (presidingRoles as readonly Role[]).includes(role))) throw new Problem('not-found');

    const rows = await tx.select({ id: mandate.id, person: mandate.personId, role: mandate.role, validTo: mandate.validTo, cases: count() }).from(mandate)
      .innerJoin(caseFile, and(eq(caseFile.officeId, mandate.officeId), eq(caseFile.inCharge, mandate.personId), sql`${caseFile.state} not in ('closed', 'redirected', 'transferred')`))
      .where(and(eq(mandate.officeId, office), lt(mandate.validTo, new Date(now.getTime() + soon)), sql`${mandate.id} in (select id from live_mandate)`))
      .groupBy(mandate.id).orderBy(asc(mandate.validTo));
    const names = await namesOf(tx, core, rows.map(({ person }) => person));
    await core.journal.append(tx, { event: 'listed', act: 'ending-mandates', actor: { kind: 'person', person: session.person }, subject: { office }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map(({ id, person, role, validTo, cases }) => ({ mandate: id, person, name: names.get(person) ?? '', role, validTo: validTo.toISOString(), casesInCharge: cases }));
  });
}
