import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Street } from './resident.ts';

/** Says in one line what each month held, when the next begins; told each day, and `undefined` at the end. */
export function monthly(town: Pick<Street, 'acts' | 'signIns'>, print: (line: string) => void): (date: LocalDate | undefined) => void {
  let month: string | undefined;
  let before = { acts: town.acts(), signIns: town.signIns() };

  return (date) => {
    const next = date?.slice(0, 7);
    if (next === month) return;
    const now = { acts: town.acts(), signIns: town.signIns() };
    if (month !== undefined) print(`${month}     ${now.signIns - before.signIns} sign-ins, ${now.acts - before.acts} requests answered`);
    [month, before] = [next, now];
  };
}
