import { fixedId } from '../../db/seed/fixed-id.ts';
import { addMonths } from '../../policies/charter/calendar.ts';
import { cast } from '../cast.ts';
import { benches } from './offices.ts';
import type { Handling, World } from './plan.ts';
import type { Resident } from './resident.ts';

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

/** Who is proposed for the committee of the first region this morning. */
export const newMember = cast.monique;

/** One more member is proposed, and has signed: a registrar has yet to countersign. */
export async function proposeMember({ at, dateOf, offices }: World, administrator: Resident, member: Resident): Promise<void> {
  await at(0);
  await member.with((client) => client.enrol());
  const { certified, gender, establishment, passphrase } = member.member;
  const { id } = await administrator.post<{ id: string }>(`/api/offices/${offices.aura}/appointments`, { person: member.person(), role: 'member', certified, gender, establishment, validFrom: dateOf(0), validTo: addMonths(dateOf(0), 36) });
  await member.post(`/api/appointments/${id}/signature`, { passphrase });
}
