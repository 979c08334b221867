import { addDays, localDate } from '../../policies/charter/calendar.ts';
import { cast } from '../cast.ts';
import { storyClock } from '../clock.ts';
import { openStage } from '../stage.ts';
import { playTogether, type Thread } from './calendar.ts';
import { live } from './course.ts';
import { officers, openOffices, type OfficerName } from './offices.ts';
import { plans } from './plans.ts';
import { street, type Resident } from './resident.ts';
import type { Staff } from './staff.ts';

/** Days before today on which the first offices open. */
const length = 34 * 7 + 3;

/** Makes a living territory in a folder: offices, people and about forty cases, by their own deeds, on one calendar. */
export async function playTerritory({ folder, print }: { folder: string; print: (line: string) => void }): Promise<void> {
  const clock = storyClock(length);
  const stage = await openStage({ folder, clock: clock.now, trustProxy: '127.0.0.1, ::1' });
  try {
    const { resident, signIns } = street(stage.url, clock);
    const seat = (name: string) => (officers[name as OfficerName] ? `10.20.31.${Object.keys(officers).indexOf(name) + 1}` : '10.20.30.1');
    const people = Object.fromEntries(Object.entries(officers).map(([name, member]) => [name, resident(member, seat(name))])) as Record<OfficerName, Resident>;
    const staff = new Map<string, Resident>();
    const staffOf = (one: Staff) => {
      const known = staff.get(one.address) ?? resident(one, `10.20.32.${(staff.size % 250) + 1}`);
      staff.set(one.address, known);

      return known;
    };

    clock.moveTo(0, '08:00');
    const administrator = resident(cast.administrator, '10.20.30.2');
    const registrar = resident(cast.registrar, '10.20.30.3');
    await newPassphrase(administrator, stage.made?.administrator.passphrase ?? '');
    await newPassphrase(registrar, stage.made?.registrar.passphrase ?? '');
    await openOffices(people, { administrator, registrar }, { from: clock.dateOf(0), pass: clock.pass });
    print(`${Object.keys(people).length} people hold an office.`);

    const dateOf = (day: number) => addDays(localDate(new Date(), 'Europe/Paris'), day);
    const world = { officer: (name: OfficerName) => people[name], staff: staffOf, dateOf };
    const threads: Thread[] = plans.map((plan) => async (at) => void (await live({ ...world, at }, plan)));
    await playTogether(threads, async (day) => (day === 0 ? clock.arrive() : clock.moveTo(length + day, '10:00')));
    print(`${plans.length} cases, ${staff.size} parties, ${signIns()} sign-ins, from ${clock.dateOf(0)} to today.`);
  } finally {
    await stage.close();
  }
}

/** What init printed is for one sign-in. */
async function newPassphrase(who: Resident, made: string): Promise<void> {
  await who.with(async (client) => {
    const { passphrase } = who.member;
    client.use(made);
    await client.signIn();
    await client.post('/api/passphrase', { current: made, passphrase });
    client.use(passphrase);
  });
}
