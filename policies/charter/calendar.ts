/** A day on the calendar of a place, `YYYY-MM-DD`: compares and sorts as text. */
export type LocalDate = string;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day an instant falls on.
 * @param zone IANA time zone, for example `Pacific/Wallis`
 * @throws RangeError for an unknown zone or an invalid instant
 */
export function localDate(instant: Date, zone: string): LocalDate {
  const parts = formatter(zone).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';

  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/**
 * The last millisecond of a calendar day, as an instant. It is searched, not computed from an offset, so that a day of
 * 23 or 25 hours needs no special case.
 * @param zone IANA time zone
 * @throws RangeError for an unknown zone or a day that is none
 */
export function endOfLocalDay(date: LocalDate, zone: string): Date {
  const noon = toUtc(date) + DAY / 2;
  let inside = noon - 30 * HOUR;
  let after = noon + 30 * HOUR;

  while (after - inside > 1) {
    const middle = Math.floor((inside + after) / 2);
    if (localDate(new Date(middle), zone) > date) after = middle;
    else inside = middle;
  }

  return new Date(inside);
}

/** The day `days` calendar days later; weekends and holidays count. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(toUtc(date) + days * DAY);
}

/** The same day `months` months later, or the last day of that month where it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const start = new Date(toUtc(date));
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

  return fromUtc(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay)));
}

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;

  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(zone, made);

  return made;
}

function toUtc(date: LocalDate): number {
  const instant = Date.parse(`${date}T00:00:00Z`);
  // Parsing alone would take 30 February for 1 March.
  if (Number.isNaN(instant) || fromUtc(instant) !== date) throw new RangeError('not a calendar day');

  return instant;
}

function fromUtc(instant: number): LocalDate {
  return new Date(instant).toISOString().slice(0, 10);
}
