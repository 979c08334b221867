import { addDays, type LocalDate } from './calendar.ts';
import { deadline } from './deadlines.ts';
import type { Setting } from './settings.ts';

/**
 * When the notices of a request may leave: after the last day of the reflection time (setting [I]), and on day 8 at the
 * latest (D art. 6 [L]). Until the end of `withdrawableUntil`, the requester may withdraw and nobody has been told.
 */
export type NoticeDays = { withdrawableUntil: LocalDate; leavesFrom: LocalDate; leavesBy: LocalDate };

/** @param zone IANA time zone of the establishment */
export function noticeDays(receivedAt: Date, zone: string, settings: readonly Setting[]): NoticeDays {
  const leavesBy = deadline('notices', receivedAt, zone, settings).dueOn;
  const dayAfter = addDays(deadline('notice-reflection', receivedAt, zone, settings).dueOn, 1);
  const leavesFrom = dayAfter < leavesBy ? dayAfter : leavesBy;

  return { withdrawableUntil: addDays(leavesFrom, -1), leavesFrom, leavesBy };
}
