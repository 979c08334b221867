import { sql } from 'drizzle-orm';
import { endedStates } from '../../policies/docket.ts';
import type { Role } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { Problem } from '../problems.ts';
import { officeMembers } from './office-members.ts';

/** Somebody in office where a case lies. `running`: their designations in cases that have not ended, as far as one reaches. */
export type Colleague = { person: string; name: string; roles: Role[]; certified: boolean; running: number };

/**
 * Who may be convened or designated in a case, by name: the office's people in office now, with what they already carry.
 * @throws Problem `not-found`
 */
export async function colleagues(core: Core, session: Session, caseId: string): Promise<Colleague[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const [row] = await tx.execute<{ office: string }>(sql`select office_id as office from case_file where id = ${caseId}`);
    if (!row) throw new Problem('not-found');
    const [members, running] = await Promise.all([
      officeMembers(tx, row.office),
      tx.execute<{ person: string; cases: number }>(sql`
        select d.person_id as person, count(*)::int as cases from designation d join case_file c on c.id = d.case_id
        where d.ended_at is null and c.state <> all (string_to_array(${endedStates.join(',')}, ',')) group by d.person_id`),
    ]);
    const names = await namesOf(tx, core, members.map(({ person }) => person));
    const persons = [...new Set(members.map(({ person }) => person))];

    return persons
      .map((person) => {
        const mandates = members.filter((one) => one.person === person);

        return {
          person, name: names.get(person) ?? '', roles: mandates.map(({ role }) => role), certified: mandates.some(({ certified }) => certified),
          running: running.find((one) => one.person === person)?.cases ?? 0,
        };
      })
      .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
  });
}
