import { sittings } from './fr/sittings.ts';

/** About how long, by five minutes beyond the first quarter of an hour: « 10 min », « 1 h 20 ». */
export function durationInWords(minutes: number): string {
  const about = minutes > 15 ? Math.ceil(minutes / 5) * 5 : minutes;
  if (about < 60) return sittings.minutes(String(about));

  return sittings.hours(String(Math.floor(about / 60)), String(about % 60).padStart(2, '0'));
}
