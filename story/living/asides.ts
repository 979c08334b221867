import { fixedId } from '../../db/seed/fixed-id.ts';
import { benches } from './offices.ts';
import type { Handling, World } from './plan.ts';

/** What was done this morning about one case, beside its course. */
export type Aside = 'handed-over' | 'accompanied' | 'extended' | 'called-up';

export const asides: Record<Aside, (handling: Handling, reference: string) => Promise<void>> = {
  'handed-over': async ({ world, path }) => {
    await world.at(0);
    await world.officer('claire').post(`${path}/hand-over`, { to: world.officer('julien').person() });
  },
  accompanied: async ({ world, path, author }) => {
    await world.at(0);
    await author.post(`${path}/companions`, { name: 'Lucette Vaugelas', link: 'Une collègue d’un autre service, en qui j’ai confiance.' });
  },
  extended: async ({ world, office, path }) => {
    await world.at(0);
    await world.officer(benches[office].delegates[0]).post(`${path}/extensions`, { dueOn: world.dateOf(75) });
  },
  'called-up': async ({ world }, reference) => {
    await world.at(0);
    await world.officer('nadia').post('/api/call-ups', { territory: fixedId('territory', 1), reason: 'repeated-situation', reference });
  },
};

/** The mediator of the second region will be away next week, and says who stands in. */
export async function declareAbsence({ at, officer, dateOf, offices }: World): Promise<void> {
  await at(0);
  await officer('gwenola').post(`/api/offices/${offices.bretagne}/absences`, { deputy: officer('yann').person(), firstDay: dateOf(5), lastDay: dateOf(12) });
}
