import { agreeObject, writeObject } from '../../../server/mediation/agree-object.ts';
import { fileRequest } from '../../../server/mediation/file-request.ts';
import { takeCharge } from '../../../server/mediation/take-charge.ts';
import type { File } from '../model.ts';
import { playerBy, signedIn, type Move, type Step, type World } from '../world.ts';
import { enter, requestOf } from './record.ts';
import { charged, inState, move, order, standings, words } from './shared.ts';

export function intake(world: World, file: File): Move[] {
  const { core } = world;
  const held = standings(world, file);
  const author = file.parties[0]?.left ? null : file.parties[0]?.person;

  return [
    ...(held.some(({ standing }) => standing === 'in-charge') ? [] : held.filter(({ standing }) => standing === 'presiding').map(({ person }) => move(playerBy(world, person).name, 'takes charge', 8, async () => {
      if (!(await inState(world, file, 'received', file.isLocal ? [] : order))) return {};
      await takeCharge(core, await signedIn(world, playerBy(world, person)), file.id);
      file.inCharge = { person, since: world.copy.clock.now() };

      return { by: person, files: [file] };
    }))),
    ...charged(held).map((person) => move(playerBy(world, person).name, 'writes the object', 4, async () => {
      if (!(await inState(world, file, 'received', ['acknowledged', 'notified', 'convened', 'consent_requested']))) return {};
      const text = words();
      const { item } = await writeObject(core, await signedIn(world, playerBy(world, person)), file.id, text);
      world.texts.set(item, text);
      if (author) await agreeObject(core, await signedIn(world, playerBy(world, author)), file.id, { item });

      return { by: person, files: [file] };
    })),
  ];
}

export async function fileOne(world: World, author: string, tier: 'regional' | 'local'): Promise<Step> {
  const at = world.copy.clock.now();
  const filed = await fileRequest(world.core, { session: await signedIn(world, playerBy(world, author)) }, requestOf(tier));
  const entered = await enter(world, filed.case, world.cast.offices[tier], author, at, (ordinal) => (ordinal === 1 ? author : null));

  return { by: author, files: [entered] };
}
