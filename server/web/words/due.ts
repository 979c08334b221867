import { due } from './fr/party.ts';
import { countInWords } from './moments.ts';

const day = 24 * 3600 * 1000;

/** How far a local day (YYYY-MM-DD) is from today: « dans 6 jours », « en retard de 2 jours ». */
export function distanceInWords(dueOn: string, today: string): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / day);
  if (days === 0) return due.today;
  if (days === 1) return due.tomorrow;
  if (days === -1) return due.lateByOne;

  return days > 0 ? due.inDays(countInWords(days)) : due.late(countInWords(-days));
}

/** A local day as an instant that falls on it wherever it is shown. */
export function noonOf(localDay: string): Date {
  return new Date(`${localDay}T12:00:00Z`);
}
