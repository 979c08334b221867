import { acceptReferral } from '../../../server/mediation/accept-referral.ts';
import { referUp } from '../../../server/mediation/refer-up.ts';
import { returnReferral } from '../../../server/mediation/return-referral.ts';
import type { File } from '../model.ts';
import { playerBy, signedIn, type Move, type World } from '../world.ts';
import { enter } from './record.ts';
import { charged, inState, move, standings } from './shared.ts';

export function referral(world: World, file: File): Move[] {
  const { core, facts, cast, copy } = world;
  const held = standings(world, file);
  const lower = facts.files.find(({ id }) => id === file.lower);
  const isReferred = file.transferred || facts.files.some(({ lower, author }) => lower === file.id && author !== null);

  return [
    ...(file.office !== cast.offices.regional || isReferred ? [] : charged(held).map((person) => move(playerBy(world, person).name, 'refers up', 4, async () => {
      if (!(await inState(world, file, 'ended'))) return {};
      const at = copy.clock.now();
      const referred = await referUp(core, await signedIn(world, playerBy(world, person)), file.id, { ground: 'no-agreement-reached' });
      const entered = await enter(world, referred.case, cast.offices.national, person, at, (ordinal) => file.parties[ordinal - 1]?.person ?? null);
      entered.lower = file.id;

      return { by: person, files: [file] };
    }))),
    ...(!lower || file.author === null ? [] : held.filter(({ standing }) => standing === 'presiding').flatMap(({ person }) => [
      move(playerBy(world, person).name, 'accepts the referral', 5, async () => {
        await acceptReferral(core, await signedIn(world, playerBy(world, person)), file.id);
        file.author = null;
        lower.transferred = true;

        return { by: person, files: [file] };
      }),
      move(playerBy(world, person).name, 'returns the referral', 2, async () => {
        await returnReferral(core, await signedIn(world, playerBy(world, person)), file.id, 'facts-incomplete');
        file.author = null;

        return { by: person, files: [file] };
      }),
    ])),
  ];
}
