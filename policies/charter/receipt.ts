import { addDays, endOfLocalDay, localDate, type LocalDate } from './calendar.ts';
import { settingOn, type Setting } from './settings.ts';

export type ReceiptRefusal = 'not-yet' | 'too-long-ago';

/**
 * Whether something on paper may be entered as received on this day: not in the future, and not longer ago than a setting
 * says [I].
 * @param zone IANA time zone of the establishment, whose days these are
 */
export function receiptRefusal(receivedOn: LocalDate, now: Date, zone: string, settings: readonly Setting[]): ReceiptRefusal | undefined {
  const today = localDate(now, zone);
  if (receivedOn > today) return 'not-yet';

  return receivedOn < addDays(today, -settingOn('paper-receipt', settings, today)) ? 'too-long-ago' : undefined;
}

/** The instant from which clocks run for what was received on a day: its end, or now if that day is today. */
export function receiptInstant(receivedOn: LocalDate, now: Date, zone: string): Date {
  const end = endOfLocalDay(receivedOn, zone);

  return end < now ? end : now;
}
