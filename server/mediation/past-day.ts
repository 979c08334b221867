import type { LocalDate } from '../../policies/charter/calendar.ts';

/** Whether a day has not begun anywhere: it may already be tomorrow where something was done. */
export function isToCome(day: LocalDate, now: Date): boolean {
  return day > new Date(now.getTime() + 14 * 3600 * 1000).toISOString().slice(0, 10);
}

/** Whether a day has ended everywhere. */
export function isOver(day: LocalDate, now: Date): boolean {
  return day < earliestToday(now);
}

/** What day it is where it is earliest. */
export function earliestToday(now: Date): LocalDate {
  return new Date(now.getTime() - 12 * 3600 * 1000).toISOString().slice(0, 10);
}
