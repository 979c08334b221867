import { accept } from './filing.ts';
import { letters } from './letters.ts';
import { benches } from './offices.ts';
import { lag, type Handling, type Invited, type Lived } from './plan.ts';

type Answered = { hasAll: boolean; /** The invitation nobody has answered yet. */ open?: NonNullable<Lived['invitation']> };
const yes = { textVersion: 'mediation-1', litigation: 'none' };

/** The others are invited; the author consents the same day, the others a week later, with an account made for it. */
export async function consentAll({ world, office, path, day, texts, author, others, turn, goesTo }: Handling): Promise<Answered> {
  const mediator = world.officer(benches[office].mediator);
  const { parties } = await mediator.get<{ parties: { party: string }[] }>(path);
  const invitations: Invited[] = [];
  for (const [place] of others.entries()) invitations.push(await mediator.post<Invited>(`${path}/invitations`, { party: parties[place + 1]?.party, letter: letters.invitation }));
  await author.post(`${path}/consents`, yes);
  const last = others.at(-1);
  const open = last && { ...(invitations.at(-1) as Invited), to: last.member.name };
  if (!goesTo('answered')) return { hasAll: false, ...(open && { open }) };

  await world.at(day + lag.answers);
  const answering = goesTo('consented') || turn === 'refused' ? others : others.slice(0, -1);
  for (const [place, who] of answering.entries()) {
    await accept(who, invitations[place] as Invited, texts.answer);
    if (turn === 'refused') {
      await who.post(`${path}/refusals`);

      return { hasAll: false };
    }
    await who.post(`${path}/consents`, yes);
  }
  if (answering.length < others.length) return { hasAll: false, ...(open && { open }) };

  return { hasAll: goesTo('designated') };
}
