import { sit } from './committee.ts';
import { letters } from './letters.ts';
import { mediate } from './mediation.ts';
import { benches } from './offices.ts';
import { postLetters, type DrawnUp } from './post.ts';
import { lag, reaches, type Handling, type Lived, type Plan } from './plan.ts';

/** The regional mediator refers a situation that ended without agreement; the national one answers, or has not yet. */
export async function handleNationally(region: Handling, { daysAgo, until }: NonNullable<Plan['national']>): Promise<Lived> {
  const { world } = region;
  await world.at(-daysAgo);
  const referred = await world.officer(benches[region.office].mediator).post<{ case: string }>(`${region.path}/referral`, { ground: 'no-agreement-reached' });
  const path = `/api/cases/${referred.case}`;
  const { turn: _, ...situation } = region;
  const nation: Handling = { ...situation, office: 'nation', path, day: -daysAgo, goesTo: reaches(until) };
  if (nation.goesTo('acknowledged')) await takeUp(nation);
  const { reference } = await world.officer('nadia').get<{ reference: string }>(path);

  return { case: referred.case, reference };
}

async function takeUp(nation: Handling): Promise<void> {
  const { world, path, day, texts, author, others, goesTo } = nation;
  const { mediator, secretary } = benches.nation;
  await world.at(day + lag.intake);
  await world.officer(secretary).post(`${path}/acknowledgement`);
  await world.officer(mediator).post(`${path}/referral/acceptance`);
  await world.officer(mediator).post(`${path}/charge`);
  await world.officer(mediator).post(`${path}/object`, { text: texts.object });
  await world.officer(mediator).post(`${path}/texts`, { kind: 'notes', text: letters.note });
  const drawnUp = await world.officer(secretary).post<DrawnUp>(`${path}/notices`, { vacantSought: true });
  await postLetters(world.officer(secretary), path, drawnUp, world.dateOf(day + lag.intake));
  if (!goesTo('convened') || !(await sit(nation))) return;

  await author.post(`${path}/consents`, consent);
  if (!goesTo('consented')) return;
  await world.at(day + lag.answers);
  for (const who of others) await who.post(`${path}/consents`, consent);
  if (goesTo('designated')) await mediate(nation);
}

const consent = { textVersion: 'mediation-1', litigation: 'none' };
