/** Numbers to call, as reference data: an operator confirms them and changes the day they were checked. */
export const urgencyNumbers = [
  { number: '15', purpose: 'urgency', hours: 'always' },
  { number: '112', purpose: 'europe', hours: 'always' },
  { number: '114', purpose: 'deaf', hours: 'always' },
  { number: '3114', purpose: 'suicide', hours: 'always' },
  { number: '0 805 23 23 36', purpose: 'carers', hours: 'always' },
] as const;

/** The day the list was last written down. */
export const urgencyCheckedOn = '2026-11-21';

/** Where violence, threats, sexual harassment or discrimination are also heard; nothing of it rules mediation out. */
export const protectionNumbers = [
  { number: '17', purpose: 'police' },
  { number: '116 006', purpose: 'victims' },
  { number: '3919', purpose: 'women' },
  { number: '39 28', purpose: 'discrimination' },
] as const;
