import { addDays, type LocalDate } from '../../policies/charter/calendar.ts';
import { letters } from './letters.ts';
import { benches } from './offices.ts';
import { lag, type Handling, type Region, type World } from './plan.ts';

/**
 * Convened on the day of the intake; two weeks later, in one sitting, members declare their interests, read the summary and
 * advise, and the mediator decides. Says whether a mediation opens.
 */
export async function sit({ world, office, path, day, texts, author, turn, goesTo }: Handling): Promise<boolean> {
  const { mediator: presiding, examiners: names } = benches[office];
  const [mediator, members] = [world.officer(presiding), names.map(world.officer)];
  await mediator.post(`${path}/convocation`, { members: members.map((member) => member.person()), text: `Séance du ${thursdayAfter(world.dateOf(day + lag.sitting - 7))}. ${texts.summary}` });
  if (!goesTo('declared')) return false;

  await world.at(day + (goesTo('advised') ? lag.sitting : lag.declaration));
  for (const member of members) await member.post(`${path}/declaration`, { answer: 'none' });
  if (!goesTo('seated')) return false;

  await mediator.post(`${path}/summary`, { text: texts.summary });
  await mediator.post(`${path}/seats`, { members: members.map((member) => member.person()), acceptsLinks: false });
  if (!goesTo('advised')) return false;

  for (const [place, member] of members.entries()) await member.post(`${path}/advice`, { advice: place === 2 ? 'advice-or-intervention' : 'open', reasons: letters.advice[place % letters.advice.length] });
  if (turn === 'not-opened') {
    await mediator.post(`${path}/non-opening`, { reason: 'advice-was-enough', letter: letters.notOpened, followsAdvice: true, reasons: letters.reasons });

    return false;
  }
  if (!goesTo('invited')) return false;

  const [object] = (await author.get<{ texts: { id: string }[] }>(`${path}/texts?kind=object`)).texts;
  await author.post(`${path}/object/agreement`, { item: object?.id });
  await mediator.post(`${path}/opening`, { letter: letters.opened, followsAdvice: true, reasons: letters.reasons });

  return true;
}

/** This morning the mediator says that the committee of their region sits next Thursday, and puts there every case that was convened. */
export async function scheduleNextSitting({ at, officer, dateOf, offices }: World, region: Region): Promise<void> {
  await at(0);
  const mediator = officer(benches[region].mediator);
  const { cases } = await mediator.get<{ cases: { case: string }[] }>(`/api/offices/${offices[region]}/convened-cases`);
  if (cases.length === 0) return;

  const { sitting } = await mediator.post<{ sitting: string }>('/api/sittings', { office: offices[region], heldOn: nextThursday(dateOf(0)) });
  for (const { case: id } of cases) await mediator.post(`/api/cases/${id}/sitting`, { sitting });
}

/** The Thursday that follows a day, in words. */
export function thursdayAfter(date: LocalDate): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${nextThursday(date)}T12:00:00Z`));
}

function nextThursday(date: LocalDate): LocalDate {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();

  return addDays(date, ((4 - weekday + 6) % 7) + 1);
}
