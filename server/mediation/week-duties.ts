import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import { presidingRoles, type Role } from '../../policies/vocabulary.ts';
import type { Session } from '../core.ts';

export type Duties = {
  /** For a secretary: requests to acknowledge, and acknowledged ones of which nobody has been told yet. */
  toTell: { case: string; reference: string; what: 'acknowledge' | 'send-notices'; dueOn: LocalDate }[];
  /** For whoever presides at the national tier: referrals to answer. */
  referrals: { case: string; reference: string; dueOn: LocalDate | null }[];
  /** Sittings from a day on; `toDeclare` and `toAdvise`: cases in which this person is called, or seated with a summary to read. */
  sittings: { sitting: string; heldOn: LocalDate; cases: number; toDeclare: number; toAdvise: number }[];
};

/** What a week holds for those who do not run cases: secretaries, whoever presides at the national tier, members of a committee. */
export async function dutiesOf(tx: Tx, { person }: Session, from: LocalDate): Promise<Duties> {
  const [toTell, referrals, sittings] = await Promise.all([
    tx.execute<Duties['toTell'][number]>(sql`
      with untold as materialized (
        select c.id as case, c.reference, case when c.state = 'received' then 'acknowledge' else 'send-notices' end as what, d.due_on as "dueOn"
        from case_file c join deadline d on d.case_id = c.id and d.met_at is null
        where (c.state, d.rule) in (('received', 'acknowledgement'), ('acknowledged', 'notices')) and ${holds(['secretary'], person, sql`c.office_id`)}
      ) select u.* from untold u where exists (select from own_standings(u.case) s where s.standing = 'secretary') order by u."dueOn", u.reference`),
    tx.execute<Duties['referrals'][number]>(sql`
      select c.id as case, c.reference, (select d.due_on from deadline d where d.case_id = c.id and d.rule = 'referral-answer') as "dueOn"
      from referral r join case_file c on c.id = r.upper_case_id
      where r.state = 'pending' and ${holds(presidingRoles, person, sql`c.office_id`)} order by r.made_at`),
    tx.execute<Duties['sittings'][number]>(sql`
      select s.id as sitting, s.held_on::text as "heldOn", count(o.case_id)::int as cases,
        count(k.id) filter (where k.answer is null)::int as "toDeclare",
        count(k.id) filter (where k.seated_at is not null and z.bytes is not null and not exists (select from advice a where a.case_id = k.case_id and a.person_id = ${person}))::int as "toAdvise"
      from sitting s
      left join sitting_case o on o.sitting_id = s.id
      left join seat k on k.case_id = o.case_id and k.person_id = ${person} and k.ended_at is null and not k.excluded
      left join lateral summary_sizes(s.id) z on z.case_id = o.case_id
      where s.held_on >= ${from} group by s.id order by s.held_on, s.id`),
  ]);

  return { toTell: [...toTell], referrals: [...referrals], sittings: [...sittings] };
}

/** Whether this person has one of these roles in an office today. */
export function holds(roles: readonly Role[], person: string, office: SQL): SQL {
  return sql`exists (select from live_mandate m where m.person_id = ${person} and m.office_id = ${office} and m.role = any (string_to_array(${roles.join(',')}, ',')))`;
}
