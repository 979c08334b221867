import { asides } from './asides.ts';
import { sit } from './committee.ts';
import { consentAll } from './consents.ts';
import { file } from './filing.ts';
import { letters } from './letters.ts';
import { mediate } from './mediation.ts';
import { handleNationally } from './nation.ts';
import { benches } from './offices.ts';
import { postLetters, type DrawnUp } from './post.ts';
import { lag, reaches, type Handling, type Lived, type Plan, type World } from './plan.ts';
import { situations } from './situations.ts';

/** Lives one case by the deeds of everybody in it, until the stage (or turn) its plan names. */
export async function live(world: World, plan: Plan): Promise<Lived[]> {
  const { office, situation, purpose, turn, until, daysAgo } = plan;
  const author = world.staff(plan.author);
  const others = plan.others.map(world.staff);
  const texts = situations[situation];
  await world.at(-daysAgo);
  const filed = await file(author, plan.author, texts, { tier: 'regional', purpose, hasTried: office === 'aura', others: plan.others });
  const handling: Handling = { world, office, path: `/api/cases/${filed.case}`, day: -daysAgo, texts, purpose, author, others, goesTo: reaches(until), ...(turn && { turn }) };
  const invitation = await handle(handling);
  const national = plan.national && (await handleNationally(handling, plan.national));
  if (plan.aside) await asides[plan.aside](handling, filed.reference);

  return [{ ...filed, plan, ...(invitation && { invitation }) }, ...(national ? [national] : [])];
}

async function handle(handling: Handling): Promise<Lived['invitation']> {
  if (!(await takeIn(handling))) return undefined;
  if (!(await sit(handling))) return undefined;
  const { hasAll, open } = await consentAll(handling);
  if (hasAll) await mediate(handling);

  return open;
}

/** A week after receipt: acknowledged, taken in charge, told to those whom the decree names, and the committee convened. */
async function takeIn({ world, office, path, day, texts, purpose, author, turn, goesTo }: Handling): Promise<boolean> {
  const [mediator, secretary] = [world.officer(benches[office].mediator), world.officer(benches[office].secretary)];
  if (!goesTo('acknowledged')) return false;
  await world.at(day + lag.intake);
  await secretary.post(`${path}/acknowledgement`);
  if (turn === 'redirected') return ends(secretary.post(`${path}/redirection`, { reason: 'prior-step-first' }));
  if (!goesTo('notified')) return false;

  await mediator.post(`${path}/charge`);
  if (turn === 'inadmissible') return ends(mediator.post(`${path}/inadmissibility`, { reason: 'open-exclusion', letter: letters.inadmissible }));
  if (turn === 'withdrawn-request') return ends(author.post(`${path}/request-withdrawal`));
  await mediator.post(`${path}/object`, { text: texts.object });
  await mediator.post(`${path}/texts`, { kind: 'notes', text: letters.note });
  if (purpose === 'dispute') await mediator.post(`${path}/prior-step`, office === 'aura' ? { finding: 'accepted', reasons: letters.priorStep.internal } : { finding: 'not_available', reasons: letters.priorStep.none });
  const drawnUp = await secretary.post<DrawnUp>(`${path}/notices`, { vacantSought: true });
  // Where a case stops here, the letters still wait to be posted.
  if (turn || goesTo('convened')) await postLetters(secretary, path, drawnUp, world.dateOf(day + lag.intake));
  if (turn === 'settled') return ends(mediator.post(`${path}/intervention`, { intervention: 'contact', letter: letters.settled }));

  return goesTo('convened');
}

async function ends(last: Promise<unknown>): Promise<false> {
  await last;

  return false;
}
