import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';

export type Leaving = { caseId: string; person: string; actId: string; now: Date; notesUntil: Date };

/**
 * Ends all that a person is to a case, in one statement: after any part of it, they would no longer reach the rest. The
 * keys go with the sweep that ends every deed. Declarations shut at once; notes at `notesUntil` (design 4 [I]).
 */
export async function leaveCase(tx: Tx, { caseId, person, actId, now, notesUntil }: Leaving): Promise<void> {
  await tx.execute(sql`
    with barred as (
      insert into recusal (case_id, person_id, act_id, at) values (${caseId}, ${person}, ${actId}, ${now.toISOString()})
    ), seats as (
      update seat set ended_at = ${now.toISOString()} where case_id = ${caseId} and person_id = ${person} and ended_at is null
    ), advices as (
      delete from advice where case_id = ${caseId} and person_id = ${person} and exists (select from case_file c where c.id = ${caseId} and c.state = 'convened')
    ), designations as (
      update designation set ended_at = ${now.toISOString()}, end_reason = 'recused' where case_id = ${caseId} and person_id = ${person} and ended_at is null
    ), papers as (
      update compartment set readable_until = case kind when 'notes' then ${notesUntil.toISOString()}::timestamptz else ${now.toISOString()}::timestamptz end
      where case_id = ${caseId} and subject = ${person} and kind in ('notes', 'declaration')
    )
    update case_file set in_charge = null, charged_at = null where id = ${caseId} and in_charge = ${person}`);
}

const days = 24 * 3600 * 1000;

/** The last instant at which somebody who has left reads their own notes: thirty days later [I]. */
export function notesReadableUntil(now: Date): Date {
  return new Date(now.getTime() + 30 * days);
}
