import { letters } from './letters.ts';
import { benches } from './offices.ts';
import { lag, type Handling } from './plan.ts';

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
  if (!goesTo('advised')) return false;

  await mediator.post(`${path}/summary`, { text: texts.summary });
  await mediator.post(`${path}/seats`, { members: members.map((member) => member.person()), acceptsLinks: false });
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

/** The Thursday that follows a day, in words. */
export function thursdayAfter(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((4 - day.getUTCDay() + 6) % 7) + 1);

  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(day);
}
