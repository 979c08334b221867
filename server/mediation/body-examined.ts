import { lte, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { setting } from '../../db/schema/index.ts';
import { localDate } from '../../policies/charter/calendar.ts';
import { quorum } from '../../policies/charter/body.ts';
import type { CaseView } from './keys/view.ts';

/**
 * Guard G9 (D art. 6 [L]): as many advices as the quorum asks, of members who still sit; the members in office are those
 * with a live mandate today (UTC). Half of them, rounded up, unless a setting says otherwise [I].
 */
export async function isExamined(tx: Tx, view: Pick<CaseView, 'row'>, now: Date): Promise<boolean> {
  const { advices, quorum: needed } = await examination(tx, view, now);

  return advices >= needed;
}

/** How many advices there are of members who still sit, and how many are needed. */
export async function examination(tx: Tx, { row }: Pick<CaseView, 'row'>, now: Date): Promise<{ advices: number; quorum: number }> {
  const today = localDate(now, 'UTC');
  const settings = await tx.select().from(setting).where(lte(setting.validFrom, today));
  const [count] = await tx.execute<{ members: number; advices: number }>(sql`
    select (select count(distinct person_id)::int from live_mandate where office_id = ${row.officeId} and role = 'member') as members,
      (select count(*)::int from advice a join seat s on s.case_id = a.case_id and s.person_id = a.person_id
       where a.case_id = ${row.id} and s.seated_at is not null and s.ended_at is null) as advices`);

  return { advices: count?.advices ?? 0, quorum: quorum(count?.members ?? 0, settings, today) };
}
