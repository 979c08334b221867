import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { State } from '../../policies/vocabulary.ts';
import type { Argon2Cost } from '../../server/vault/passphrase.ts';
import { cast } from '../cast.ts';
import { storyClock, type StoryClock } from '../clock.ts';
import { openStage, type Stage } from '../stage.ts';
import { declareAbsence, newMember, proposeMember } from './asides.ts';
import { playTogether, type Thread } from './calendar.ts';
import { scheduleNextSitting } from './committee.ts';
import { conciliate, conciliations } from './conciliation.ts';
import { live } from './course.ts';
import { signFirst } from './institution.ts';
import { monthly } from './months.ts';
import { officers, openOffices, type OfficerName } from './offices.ts';
import type { Lived, Plan, Region, World } from './plan.ts';
import { street, type Resident, type Street } from './resident.ts';
import type { Staff } from './staff.ts';

/** What a playing left: every case, the state each has reached, what the next sittings hold, and how many times somebody signed in. */
export type Territory = { lived: readonly Lived[]; states: ReadonlyMap<string, State>; agendas: Readonly<Record<Region, number>>; signIns: number; dateOf: (day: number) => LocalDate };

const regions: readonly Region[] = ['aura', 'bretagne'];

type Playing = { folder?: string | undefined; plans: readonly Plan[]; print: (line: string) => void; /** As in production, unless given. */ cost?: Argon2Cost };

/** Makes a living territory: offices, people and their cases, by their own deeds, on one calendar that ends today. Throws StoryError. */
export async function playTerritory({ folder, plans, print, cost }: Playing): Promise<Territory> {
  print('Preparing the database…');
  const length = Math.max(...plans.map(({ daysAgo }) => daysAgo), ...conciliations.map(({ daysAgo }) => daysAgo)) + 3;
  const clock = storyClock(length);
  const stage = await openStage({ folder, clock: clock.now, trustProxy: '127.0.0.1, ::1', ...(cost && { cost }) });
  try {
    return await playOn(stage, clock, { length, plans, print });
  } finally {
    await stage.close();
  }
}

async function playOn(stage: Stage, clock: StoryClock, { length, plans, print }: { length: number } & Pick<Playing, 'plans' | 'print'>): Promise<Territory> {
  const dateOf = (day: number) => clock.dateOf(length + day);
  let today = -length;
  const town = street(stage.url, clock, () => dateOf(today));
  const officerNames = Object.keys(officers) as OfficerName[];
  const people = Object.fromEntries(officerNames.map((name, place) => [name, town.resident(officers[name], `10.20.31.${place + 1}`)])) as Record<OfficerName, Resident>;
  clock.moveTo(0, '08:00');
  const authority = await authorities(town, stage);
  const offices = await openOffices(people, authority, { from: clock.dateOf(0), pass: clock.pass });
  print(`${dateOf(today)}  ${Object.keys(offices).length} offices are open, ${officerNames.length} people are appointed`);

  const world: Omit<World, 'at'> = { officer: (name) => people[name], staff: neighbours(town), dateOf, offices };
  const lived: Lived[] = [];
  const threads: Thread[] = [
    ...plans.map((plan): Thread => async (at) => void lived.push(...(await live({ ...world, at }, plan)))),
    ...conciliations.map((one): Thread => async (at) => void lived.push(await conciliate({ ...world, at }, one))),
    (at) => declareAbsence({ ...world, at }),
    (at) => signFirst({ ...world, at }),
    (at) => proposeMember({ ...world, at }, authority.administrator, town.resident(newMember, '10.20.30.4')),
    ...regions.map((region): Thread => (at) => scheduleNextSitting({ ...world, at }, region)),
  ];
  const month = monthly(town, print);
  await playTogether(threads, async (day) => {
    today = day;
    month(dateOf(day));
    if (day === 0) clock.arrive();
    else clock.moveTo(length + day, '10:00');
  });
  const transferred = plans.filter(({ national }) => national && national.until !== 'received').map(({ author }) => world.staff(author));
  const states = await statesSeen([people.claire, people.gwenola, people.nadia, people.yves, ...transferred]);
  const agendas = { aura: await casesToSitOn(people.claire), bretagne: await casesToSitOn(people.gwenola) };
  month(undefined);

  return { lived, states, agendas, signIns: town.signIns(), dateOf };
}

async function authorities(town: Street, { made }: Stage): Promise<{ administrator: Resident; registrar: Resident }> {
  const administrator = town.resident(cast.administrator, '10.20.30.2');
  const registrar = town.resident(cast.registrar, '10.20.30.3');
  await newPassphrase(administrator, made?.administrator.passphrase ?? '');
  await newPassphrase(registrar, made?.registrar.passphrase ?? '');

  return { administrator, registrar };
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

/** The staff, each at one browser; addresses of the network run out after 250 and are shared. */
function neighbours(town: Street): (one: Staff) => Resident {
  const known = new Map<string, Resident>();

  return (one) => {
    const resident = known.get(one.address) ?? town.resident(one, `10.20.32.${(known.size % 250) + 1}`);
    known.set(one.address, resident);

    return resident;
  };
}

async function casesToSitOn(mediator: Resident): Promise<number> {
  const { sittings } = await mediator.get<{ sittings: { cases: unknown[] }[] }>('/api/sittings');

  return sittings.flatMap(({ cases }) => cases).length;
}

/** The state of each case, from the lists of those who preside; a case that was transferred stands on its parties' only. */
async function statesSeen(people: readonly Resident[]): Promise<Map<string, State>> {
  const lists = await Promise.all(people.map((one) => one.get<{ cases: { case: string; state: State }[] }>('/api/cases?size=500')));

  return new Map(lists.flatMap(({ cases }) => cases.map((one) => [one.case, one.state] as const)));
}
