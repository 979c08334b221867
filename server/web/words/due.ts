import { office } from './fr/office.ts';
import { due } from './fr/party.ts';
import { countInWords, dateInWords } from './moments.ts';

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

/** A local day, YYYY-MM-DD, in full. */
export function dayInWords(localDay: string): string {
  return dateInWords(noonOf(localDay), 'UTC');
}

/** A due day and how far it is: « 12 mars 2026, dans 6 jours », « 10 mars 2026, depuis 2 jours », beside a tag that says late. */
export function dueInWords(dueOn: string, today: string, isLate: boolean): string {
  const words = office.due;
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / day);
  if (isLate) return words.late(dayInWords(dueOn), String(Math.max(1, -days)));
  if (days === 0) return words.today(dayInWords(dueOn));

  return words.ahead(dayInWords(dueOn), String(Math.max(1, days)));
}
