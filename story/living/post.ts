import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Resident } from './resident.ts';

/** What drawing up letters answers. */
export type DrawnUp = { notices: { notice: string; state: 'sent' | 'held' }[] };

/** The letters just drawn up leave the same day, and their departure is recorded. */
export async function postLetters(secretary: Resident, path: string, { notices }: DrawnUp, on: LocalDate): Promise<void> {
  for (const { notice, state } of notices) if (state === 'sent') await secretary.post(`${path}/notices/${notice}/posting`, { on, how: 'post' });
}
