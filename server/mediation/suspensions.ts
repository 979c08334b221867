import { and, eq, gte, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { deadline } from '../../db/schema/index.ts';
import { addDays, endOfLocalDay, localDate, type LocalDate } from '../../policies/charter/calendar.ts';

/** Clocks that still run stand still from this local day on; what is late already stays late. */
export async function suspendDeadlines(tx: Tx, caseId: string, now: Date, zone: string): Promise<void> {
  const from = localDate(now, zone);
  for (const { id, suspensions } of await tx.select().from(deadline).where(and(running(caseId), gte(deadline.dueAt, now)))) {
    await tx.update(deadline).set({ suspensions: [...suspensions, { from, until: null }] }).where(eq(deadline.id, id));
  }
}

/** They run again: each is due as many days later as it stood still. */
export async function resumeDeadlines(tx: Tx, caseId: string, now: Date, zone: string): Promise<void> {
  const until = localDate(now, zone);
  for (const { id, dueOn: before, suspensions } of await tx.select().from(deadline).where(running(caseId))) {
    const open = suspensions.at(-1);
    if (open?.until !== null) continue;
    const dueOn = addDays(before, daysBetween(open.from, until));
    await tx.update(deadline).set({ dueOn, dueAt: endOfLocalDay(dueOn, zone), suspensions: [...suspensions.slice(0, -1), { from: open.from, until }] }).where(eq(deadline.id, id));
  }
}

function running(caseId: string) {
  return and(eq(deadline.caseId, caseId), isNull(deadline.metAt));
}

function daysBetween(from: LocalDate, until: LocalDate): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}
