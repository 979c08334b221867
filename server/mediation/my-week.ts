import { sql } from 'drizzle-orm';
import { addDays, localDate, type LocalDate } from '../../policies/charter/calendar.ts';
import { endedStates } from '../../policies/docket.ts';
import { stillLeaves } from '../../policies/letters-leaving.ts';
import { presidingRoles, type State } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { dutiesOf, holds, type Duties } from './week-duties.ts';

type Of = { case: string; reference: string };
export type Week = Duties & {
  /** Monday of the week, a local day. */
  from: LocalDate;
  today: LocalDate;
  /** What is due from Monday to Sunday; before this week, what is late. */
  late: (Of & { rule: string; dueOn: LocalDate })[];
  due: (Of & { rule: string; dueOn: LocalDate })[];
  meetings: (Of & { kind: string; heldOn: LocalDate })[];
  /** Cases that wait for this person, and in which part. */
  waiting: (Of & { state: State; as: 'in-charge' | 'delegate'; hasDeclaredLitigation: boolean; hasHeldNotice: boolean; hasSummary: boolean })[];
  /** Letters drawn up that have still to leave, in the cases whose secretary one is; `dueOn`: by when the notices are told. */
  letters: (Of & { subject: 'request' | 'agreement'; count: number; dueOn: LocalDate | null })[];
  /** Call-ups that whoever presides has not answered. */
  callUps: { callUp: string; reference: string | null; dueOn: LocalDate }[];
  /** Cases of one's office that nobody has taken in charge. */
  unassigned: number;
};

const zone = 'Europe/Paris';

/** States in which the next step is one's own. */
const ownTurn = { 'in-charge': ['acknowledged', 'notified', 'convened', 'consented', 'agreed', 'partly_agreed'], delegate: ['designated', 'in_mediation'] } as const satisfies Record<string, readonly State[]>;

/**
 * The week of somebody who runs cases, in charge or as a delegate: what is due, what was held, what waits for them; for a
 * secretary, what is to be acknowledged, told and posted; for a member, the sittings and what is to be declared or advised.
 * No name and no text. @param day any day of the week asked for; this week without it
 */
export async function myWeek(core: Core, session: Session, day?: LocalDate): Promise<Week> {
  const today = localDate(core.clock(), zone);
  const monday = mondayOf(day ?? today);
  const sunday = addDays(monday, 6);

  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const own = sql`
      own as (
        select c.id, c.reference, c.state, case when c.in_charge = ${session.person} then 'in-charge' else 'delegate' end as part, c.state = any (string_to_array(${endedStates.join(',')}, ',')) as has_ended
        from case_file c where c.in_charge = ${session.person} or exists (select from designation d where d.case_id = c.id and d.person_id = ${session.person} and d.ended_at is null)
      )`;
    const [due, meetings, waiting, unposted, callUps, unassigned, duties] = await Promise.all([
      tx.execute<{ case: string; reference: string; rule: string; due_on: string }>(sql`
        with ${own} select o.id as case, o.reference, d.rule, d.due_on from own o join deadline d on d.case_id = o.id
        where d.met_at is null and not o.has_ended and d.due_on <= ${sunday} order by d.due_at, o.reference`),
      tx.execute<{ case: string; reference: string; kind: string; held_on: string }>(sql`
        with ${own} select o.id as case, o.reference, m.kind, m.held_on from own o join meeting m on m.case_id = o.id
        where m.held_on between ${monday} and ${sunday} order by m.held_on, o.reference`),
      tx.execute<{ case: string; reference: string; state: State; part: 'in-charge' | 'delegate'; litigation: boolean; held: boolean; summary: boolean }>(sql`
        with ${own} select o.id as case, o.reference, o.state, o.part,
          o.part = 'in-charge' and exists (select from party p where p.case_id = o.id and p.litigation = 'declared') as litigation,
          o.part = 'in-charge' and exists (select from notice n where n.case_id = o.id and n.state = 'held') as held,
          exists (select from compartment k join item i on i.compartment_id = k.id where k.case_id = o.id and k.kind = 'summary') as summary
        from own o where not o.has_ended order by o.reference`),
      tx.execute<Week['letters'][number] & { state: State; outcome: string | null }>(sql`
        with unposted as materialized (
          select c.id as case, c.reference, c.state, c.outcome, n.subject, count(*)::int as count,
            (select min(d.due_on) from deadline d where d.case_id = c.id and d.rule = 'notices' and d.met_at is null and n.subject = 'request') as "dueOn"
          from case_file c join notice n on n.case_id = c.id and n.state = 'sent' and n.posted_on is null
          where ${holds(['secretary'], session.person, sql`c.office_id`)}
          group by c.id, c.reference, c.state, c.outcome, n.subject
        ) select u.* from unposted u where exists (select from own_standings(u.case) s where s.standing = 'secretary') order by u."dueOn", u.reference, u.subject`),
      tx.execute<{ callUp: string; reference: string | null; dueOn: string }>(sql`
        select u.id as "callUp", u.reference, u.due_on as "dueOn" from call_up u where u.answer is null and ${holds(presidingRoles, session.person, sql`u.to_office_id`)} order by u.due_on`),
      tx.execute<{ count: number }>(sql`
        select count(*)::int as count from case_file c
        where c.in_charge is null and c.state <> all (string_to_array(${endedStates.join(',')}, ',')) and ${holds(presidingRoles, session.person, sql`c.office_id`)}`),
      dutiesOf(tx, session, today < monday ? today : monday),
    ]);
    const letters = unposted.filter(stillLeaves).map(({ state: _, outcome: __, ...one }) => one);
    await core.journal.append(tx, { event: 'listed', act: 'week', actor: { kind: 'person', person: session.person }, detail: { count: due.length + meetings.length + letters.length + duties.toTell.length }, signer: signerOf(session) });
    const lines = due.map(({ due_on: dueOn, ...one }) => ({ ...one, dueOn }));
    const firstOpen = today < monday ? monday : today;

    return {
      from: monday, today,
      late: lines.filter(({ dueOn }) => dueOn < today),
      due: lines.filter(({ dueOn }) => dueOn >= firstOpen && dueOn >= monday),
      meetings: meetings.map(({ held_on: heldOn, ...one }) => ({ ...one, heldOn })),
      waiting: waiting
        .filter(({ state, part, litigation, held }) => litigation || held || (ownTurn[part] as readonly State[]).includes(state))
        .map(({ litigation, held, summary, part, ...one }) => ({ ...one, as: part, hasDeclaredLitigation: litigation, hasHeldNotice: held, hasSummary: summary })),
      letters, callUps: [...callUps], unassigned: unassigned[0]?.count ?? 0, ...duties,
    };
  });
}

function mondayOf(day: LocalDate): LocalDate {
  const rank = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

  return addDays(day, -rank);
}
