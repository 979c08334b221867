import { sql } from 'drizzle-orm';
import { endedStates } from '../../policies/docket.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { officePeople, type OfficePerson } from './office-people.ts';

/** Somebody in office where a case lies. `running`: their designations in cases that have not ended, as far as one reaches. */
export type Colleague = OfficePerson & { running: number };

/**
 * Who may be convened or designated in a case, by name: the office's people in office now, with what they already carry.
 * @throws Problem `not-found`
 */
export async function colleagues(core: Core, session: Session, caseId: string): Promise<Colleague[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const [row] = await tx.execute<{ office: string }>(sql`select office_id as office from case_file where id = ${caseId}`);
    if (!row) throw new Problem('not-found');
    const [people, running] = await Promise.all([
      officePeople(tx, core, row.office),
      tx.execute<{ person: string; cases: number }>(sql`
        select d.person_id as person, count(*)::int as cases from designation d join case_file c on c.id = d.case_id
        where d.ended_at is null and c.state <> all (string_to_array(${endedStates.join(',')}, ',')) group by d.person_id`),
    ]);

    return people.map((one) => ({ ...one, running: running.find(({ person }) => person === one.person)?.cases ?? 0 }));
  });
}
