import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import { readingMinutes } from '../../policies/reading-time.ts';
import type { State } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import type { Answer } from './declare-interests.ts';
import { earliestToday } from './past-day.ts';

/** What somebody called to sit has done of a case: what they declared, whether they sit, have read, have advised. */
export type OwnPart = { answer: Answer | null; isSeated: boolean; hasRead: boolean; hasAdvised: boolean };
/** `minutes`: about how long its summary takes to read; `null` before it is written. `own`: for whoever is called to sit. */
export type AgendaCase = { case: string; reference: string; state: State; minutes: number | null; own: OwnPart | null };
export type Sitting = { sitting: string; office: string; heldOn: LocalDate; cases: AgendaCase[]; minutes: number };

/**
 * The sittings to come of one's offices, the next first, with the cases of each that exist for whoever asks, in the order
 * in which they were put there. No name and no text.
 */
export async function listSittings(core: Core, session: Session): Promise<Sitting[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
    const rows = await tx.execute<{ id: string; office: string; held_on: string }>(sql`select id, office_id as office, held_on::text as held_on from sitting where held_on >= ${earliestToday(now)} order by held_on, id`);
    const sittings: Sitting[] = [];
    for (const { id, office, held_on: heldOn } of rows) {
      const cases = await agendaOf(tx, session, id);
      sittings.push({ sitting: id, office, heldOn, cases, minutes: cases.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) });
    }
    await core.journal.append(tx, { event: 'listed', act: 'sittings', actor: { kind: 'person', person: session.person }, detail: { count: sittings.length }, signer: signerOf(session) });

    return sittings;
  });
}

type Line = { id: string; reference: string; state: State; is_called: boolean; answer: Answer | null; is_seated: boolean; has_read: boolean; has_advised: boolean; bytes: number | null };

async function agendaOf(tx: Tx, { person }: Session, sitting: string): Promise<AgendaCase[]> {
  const lines = await tx.execute<Line>(sql`
    select c.id, c.reference, c.state, s.id is not null as is_called, s.answer, s.seated_at is not null as is_seated, z.bytes,
      exists (select from reading r join compartment k on k.id = r.compartment_id where r.case_id = c.id and r.person = ${person} and k.kind = 'summary') as has_read,
      exists (select from advice a where a.case_id = c.id and a.person_id = ${person}) as has_advised
    from sitting_case o
    join case_file c on c.id = o.case_id
    left join seat s on s.case_id = c.id and s.person_id = ${person} and s.ended_at is null and not s.excluded
    left join summary_sizes(${sitting}) z on z.case_id = c.id
    where o.sitting_id = ${sitting} order by o.put_at, c.reference`);

  return lines.map(({ id, reference, state, is_called: isCalled, answer, is_seated: isSeated, has_read: hasRead, has_advised: hasAdvised, bytes }) => ({
    case: id, reference, state, minutes: bytes === null ? null : readingMinutes(bytes), own: isCalled ? { answer, isSeated, hasRead, hasAdvised } : null,
  }));
}
