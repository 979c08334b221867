import { fr } from './fr.ts';
import { dateInWords } from './moments.ts';

/** A local day, YYYY-MM-DD, in full. */
export function dayInWords(day: string): string {
  return dateInWords(new Date(`${day}T12:00:00Z`), 'UTC');
}

/** A due day and how far it is: « 12 mars 2026, dans 6 jours », « 10 mars 2026, en retard de 2 jours ». */
export function dueInWords(dueOn: string, today: string, isLate: boolean): string {
  const words = fr.office.due;
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
  if (isLate) return words.late(dayInWords(dueOn), String(Math.max(1, -days)));
  if (days === 0) return words.today(dayInWords(dueOn));

  return words.ahead(dayInWords(dueOn), String(Math.max(1, days)));
}
