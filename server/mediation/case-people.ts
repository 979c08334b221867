import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { caseFile, designation, party, representative } from '../../db/schema/index.ts';
import { isTold } from '../../policies/course.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';

export type CaseOfficial = { person: string; name: string; as: 'in-charge' | 'stand-in' | 'delegate' | 'former-delegate' };
export type CaseParty = { party: string; ordinal: number; isOwn: boolean; persons: string[] };
export type CasePeople = { officials: CaseOfficial[]; parties: CaseParty[] };

const acquainted: readonly Standing[] = ['party', 'in-charge', 'delegate', 'alternate', 'secretary', 'register', 'request', 'presiding'];

/**
 * Who is who in a case: the mediators by name, since those who come to them must know whom they write to; the parties by
 * rank alone, since their names are content, and whoever stands for another once all have consented. Members of the body are told nothing of this, nor is anybody told of them.
 * @throws Problem `not-found`
 */
export async function casePeople(core: Core, session: Session, caseId: string): Promise<CasePeople> {
  return refusing(core, session, 'look', () => core.database.withActor({ kind: 'person', id: session.person }, (tx) => readPeople(tx, core, caseId), { caseId }));
}

async function readPeople(tx: Tx, core: Core, caseId: string): Promise<CasePeople> {
  const [standings, [row], standIns, designations, parties, representatives] = await Promise.all([
    tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`),
    tx.select({ inCharge: caseFile.inCharge, consentedAt: caseFile.consentedAt }).from(caseFile).where(eq(caseFile.id, caseId)),
    tx.execute<{ person: string }>(sql`select person_id as person from case_standings(${caseId}) where standing = 'stand-in'`),
    tx.select({ person: designation.personId, endedAt: designation.endedAt }).from(designation).where(eq(designation.caseId, caseId)).orderBy(asc(designation.at)),
    tx.select({ id: party.id, ordinal: party.ordinal }).from(party).where(eq(party.caseId, caseId)).orderBy(asc(party.ordinal)),
    tx.select({ party: representative.partyId, person: representative.personId }).from(representative).where(eq(representative.caseId, caseId)),
  ]);
  if (!row || !standings.some(({ standing }) => acquainted.includes(standing))) throw new Problem('not-found');

  const officials = [
    ...(row.inCharge === null ? [] : [{ person: row.inCharge, as: 'in-charge' as const }]),
    ...standIns.map(({ person }) => ({ person, as: 'stand-in' as const })),
    ...designations.map(({ person, endedAt }) => ({ person, as: endedAt === null ? ('delegate' as const) : ('former-delegate' as const) })),
  ];
  const haveMet = row.consentedAt !== null || designations.length > 0;
  const names = await namesOf(tx, core, officials.map(({ person }) => person));

  return {
    officials: officials.map(({ person, as }) => ({ person, name: names.get(person) ?? '', as })),
    parties: parties.map(({ id, ordinal }) => ({
      party: id, ordinal, isOwn: standings.some(({ standing, subject }) => standing === 'party' && subject === id),
      persons: representatives.filter((one) => one.party === id && (haveMet || isTold(standings, 'joined', id))).map(({ person }) => person),
    })),
  };
}
