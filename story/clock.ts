import type { Clock } from '../db/client.ts';
import { addDays, endOfLocalDay, localDate, type LocalDate } from '../policies/charter/calendar.ts';

/** The clock of a story: it begins in the past, only goes forward, and ends now. Days and times are those of Paris. */
export type StoryClock = {
  now: Clock;
  /** The calendar day, `days` after the first. */
  dateOf(days: number): LocalDate;
  /** `time` is HH:MM. Throws RangeError for a moment that is past, in the story or for real. */
  moveTo(days: number, time: string): void;
  pass(minutes: number): void;
  /** From here on it is the machine's clock. */
  arrive(): void;
};

const zone = 'Europe/Paris';
const MINUTE = 60_000;

/** @param length how many days before today the story begins */
export function storyClock(length: number): StoryClock {
  const first = addDays(localDate(new Date(), zone), -length);
  let at: Date | undefined = momentOf(first, '00:00');

  return {
    now: () => at ?? new Date(),
    dateOf: (days) => addDays(first, days),
    moveTo: (days, time) => void (at = forward(at, momentOf(addDays(first, days), time))),
    pass: (minutes) => void (at = at && forward(at, new Date(at.getTime() + minutes * MINUTE))),
    arrive: () => void (at = undefined),
  };
}

/** The date and time of an instant as a line of the story shows it: `2026-03-02 03:10`. */
export function shownMoment(at: Date): string {
  return `${localDate(at, zone)} ${timeOf(at)}`;
}

function timeOf(at: Date): string {
  return new Intl.DateTimeFormat('fr-FR', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

function momentOf(date: LocalDate, time: string): Date {
  const midnight = endOfLocalDay(addDays(date, -1), zone).getTime() + 1;
  const moment = new Date(midnight + minutesIn(time) * MINUTE);

  // On the two days a year when the clocks change, midnight is an hour nearer or farther.
  return new Date(moment.getTime() + (minutesIn(time) - minutesIn(timeOf(moment))) * MINUTE);
}

function minutesIn(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);

  return hours * 60 + minutes;
}

function forward(from: Date | undefined, to: Date): Date {
  if (from === undefined || to < from) throw new RangeError(`The story cannot go back to ${shownMoment(to)}.`);
  if (to.getTime() > Date.now()) throw new RangeError(`The story cannot go to ${shownMoment(to)}, which has not come yet.`);

  return to;
}
