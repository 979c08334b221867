import { letters } from './letters.ts';
import { benches } from './offices.ts';
import { postLetters, type DrawnUp } from './post.ts';
import { lag, type Handling } from './plan.ts';

/** From the designation on: interviews, the room, a plenary, then an agreement or another end. */
export async function mediate(handling: Handling): Promise<void> {
  if (await talk(handling)) await agree(handling);
}

async function talk({ world, office, path, day, texts, author, turn, goesTo }: Handling): Promise<boolean> {
  const { mediator, delegates } = benches[office];
  const [first, second] = [world.officer(delegates[0]), world.officer(delegates[1])];
  await world.officer(mediator).post(`${path}/designations`, { delegates: [first.person(), second.person()] });
  if (!goesTo('talking')) return false;

  await world.at(day + lag.talk);
  await first.post(`${path}/beginning`);
  const { parties } = await first.get<{ parties: { party: string }[] }>(path);
  for (const { party } of parties) await first.post(`${path}/meetings`, { kind: 'interview', party, heldOn: world.dateOf(day + lag.talk), text: letters.interview });
  if (!goesTo('proposed')) await author.post(`${path}/texts`, { kind: 'caucus', subject: parties[0]?.party, text: texts.caucus });
  await first.post(`${path}/room`);
  await first.post(`${path}/texts`, { kind: 'room', text: letters.room });
  if (turn === 'withdrawn') await author.post(`${path}/withdrawal`);
  if (turn === 'withdrawn' || !goesTo('met')) return false;

  await world.at(day + lag.plenary);
  await second.post(`${path}/meetings`, { kind: 'plenary', heldOn: world.dateOf(day + lag.plenary), text: texts.plenary });
  if (turn === 'ended') await second.post(`${path}/end`, { reason: 'no-agreement', letter: letters.ended });

  return turn !== 'ended' && goesTo('proposed');
}

/** Proposed, signed by each behind their passphrase, transmitted, and after three months evaluated and closed. */
async function agree({ world, office, path, day, texts, author, others, turn, goesTo }: Handling): Promise<void> {
  const { mediator, secretary, delegates } = benches[office];
  const first = world.officer(delegates[0]);
  await world.at(day + lag.proposal);
  const isPartial = turn === 'partly';
  const { agreement } = await first.post<{ agreement: string }>(`${path}/agreements`, { text: texts.agreement, recommendations: letters.recommendations, partial: isPartial });
  if (!goesTo('signing')) return;

  await world.at(day + lag.signature);
  const signers = goesTo('agreed') ? [author, ...others] : [author];
  for (const who of signers) await who.post(`${path}/agreement-signature`, { agreement, passphrase: who.member.passphrase });
  if (isPartial) await first.post(`${path}/partial-agreement`);
  if (!goesTo('followed')) return;
  const copies = await world.officer(mediator).post<DrawnUp>(`${path}/transmission`, { vacantSought: true });
  await postLetters(world.officer(secretary), path, copies, world.dateOf(day + lag.signature));
  if (!goesTo('closed')) return;

  await world.at(day + lag.evaluation);
  await first.post(`${path}/evaluations`, { after: 'first', outcome: 'kept', text: letters.evaluation });
  await first.post(`${path}/closure`);
}
