import { sql } from 'drizzle-orm';
import type { CompartmentKind, Standing } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { ownParties } from './own-parties.ts';

/** That somebody opened something: when (to the minute), in which role, and what. Never who by name. */
export type ListedReading = { at: string; role: Standing; compartment: CompartmentKind; isShared: boolean };
export type Readings = { total: number; page: number; readings: ListedReading[] };

const pageSize = 50;

/** Not officials: their own readings, and those of the other parties, are nobody else's business. */
const notOfficials: readonly Standing[] = ['party', 'former-party', 'requester', 'self'];

/**
 * Who opened a party's file: readings by officials of what is that party's own and of what the parties share (design 5),
 * newest first; of what stays theirs once they have left. Each is a line of the journal too.
 * @throws Problem `not-found` for whoever is no party of the case
 */
export async function listReadings(core: Core, session: Session, caseId: string, { page, size = pageSize }: { page: number; size?: number }): Promise<Readings> {
  return refusing(core, session, 'readings', () => core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const { parties, reads } = await ownParties(tx, caseId);
    const rows = await tx.execute<{ minute: string; role: Standing; kind: CompartmentKind; total: string }>(sql`
      select l.*, count(*) over () as total from (select distinct r.minute, r.role, k.kind, r.person
      from (select distinct minute, role, person, compartment_id from reading where case_id = ${caseId}) r join compartment k on k.id = r.compartment_id
      where r.role <> all (string_to_array(${notOfficials.join(',')}, ','))
        and (k.kind = any (string_to_array(${reads.own.join(',')}, ',')) and k.subject = any (string_to_array(${parties.join(',')}, ',')::uuid[])
          or k.kind = any (string_to_array(${reads.shared.join(',')}, ',')))) l
      order by l.minute desc, l.role, l.kind, l.person limit ${size} offset ${(page - 1) * size}`);
    await core.journal.append(tx, { event: 'listed', act: 'readings', actor: { kind: 'person', person: session.person, role: 'party' }, subject: { caseId }, detail: { count: rows.length }, signer: signerOf(session) });

    return {
      total: Number(rows[0]?.total ?? 0), page,
      readings: rows.map(({ minute, role, kind }) => ({ at: new Date(minute).toISOString(), role, compartment: kind, isShared: reads.shared.includes(kind) })),
    };
  }, { caseId }));
}
