/** A date in full, as people say it: « 1er mars 2026 ». `zone` is an IANA name, the establishment's. */
export function dateInWords(at: Date, zone: string): string {
  const text = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: zone }).format(at);

  return text.replace(/^1 /, '1er ').replaceAll(' ', noBreak);
}

/** The day of the week of a local day YYYY-MM-DD: « Lundi ». */
export function weekdayInWords(day: string): string {
  const text = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An hour as French writes it: « 14 h 07 ». */
export function hourInWords(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: zone }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';

  return [Number(part('hour')), 'h', part('minute')].join(noBreak);
}

/** A whole number with French thousands: « 4 000 ». */
export function countInWords(count: number): string {
  return new Intl.NumberFormat('fr-FR').format(count).replaceAll('\u202f', noBreak);
}

const noBreak = '\u00a0';
