import type { Role } from '../../../policies/vocabulary.ts';
import { sweepGrants } from '../../../server/mediation/keys/sweep.ts';
import { relieve } from '../../../server/people/offices/relieve.ts';
import { appoint, arrive, confirmShares, playerOf } from '../cast.ts';
import { casesOf, isInOffice } from '../model.ts';
import { playerBy, signedIn, type Move, type Step, type World } from '../world.ts';
import { enterOne, fileOne, referOne } from './intake.ts';
import { move } from './shared.ts';

export function everyday(world: World): Move[] {
  const { facts, cast, copy, core } = world;
  const at = copy.clock.now();
  const inOffice = cast.players.filter(({ id }) => facts.mandates.some((one) => one.person === id && isInOffice(facts, id, one.office, [one.role], at)));
  const involved = cast.players.filter(({ id }) => casesOf(facts, id, at).size > 0);

  return [
    ...(facts.files.length < 2 ? (['regional', 'local'] as const).flatMap((tier) => cast.requesters.map((author) => move(author.name, `files (${tier})`, 12, () => fileOne(world, author.id, tier)))) : []),
    ...(facts.files.length < 2 ? inOffice.filter(({ id }) => isInOffice(facts, id, cast.offices.regional, ['secretary'], at)).map((clerk) => move(clerk.name, 'enters on paper', 6, () => enterOne(world, clerk.id))) : []),
    ...(facts.files.length < 2 && isInOffice(facts, cast.director.id, cast.institution, ['referrer'], at) ? [move(cast.director.name, 'refers as an institution', 6, () => referOne(world, cast.director.id))] : []),
    ...[...new Set([...involved, ...inOffice])].map((player) => move(player.name, 'arrives', 10, async () => {
      await arrive(core, await signedIn(world, player));

      return { by: player.id, files: facts.files };
    })),
    ...inOffice.map((player) => move(player.name, 'confirms shares', 3, async () => {
      await confirmShares(core, await signedIn(world, player));

      return {};
    })),
    move('the service', 'sweeps', 5, async () => {
      await sweepGrants(core);

      return {};
    }),
    ...[1, 20, 45].map((days) => move('the clock', `moves by ${days} days`, 1, async () => {
      copy.clock.pass(days * 24 * 60);

      return {};
    })),
    ...facts.mandates.filter((one) => !exempt.includes(one.role) && isInOffice(facts, one.person, one.office, [one.role], at)).map((one) =>
      move(playerBy(world, one.person).name, 'is relieved', 2, async () => {
        one.relieved = copy.clock.now();
        await relieve(core, await signedIn(world, playerOf(cast.administrator)), one.id);

        return {};
      })),
    ...cast.newcomers.filter(({ id }) => !facts.mandates.some(({ person }) => person === id)).flatMap((person) =>
      ([[cast.offices.regional, 'deputy'], [cast.offices.regional, 'member'], [cast.offices.national, 'member'], [cast.offices.local, 'deputy']] as const).map(([office, role]) =>
        move(person.name, `is appointed ${role}`, 2, async () => appointed(world, person.id, office, role)))),
  ];
}

const exempt: readonly Role[] = ['administrator', 'registrar'];

async function appointed(world: World, person: string, office: string, role: Role): Promise<Step> {
  world.sessions.delete(person);
  const id = await appoint(world.core, world.cast, { person: playerBy(world, person), office, role, days: 30 });
  const [row] = await world.copy.superuser<{ valid_from: Date; valid_to: Date }[]>`select valid_from, valid_to from mandate where id = ${id}`;
  world.facts.mandates.push({ id, person, office, role, from: row?.valid_from ?? new Date(), to: row?.valid_to ?? new Date(), relieved: null });

  return {};
}
