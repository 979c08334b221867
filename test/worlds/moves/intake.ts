import { agreeObject, writeObject } from '../../../server/mediation/agree-object.ts';
import { enterRequest } from '../../../server/mediation/enter-request.ts';
import { fileRequest } from '../../../server/mediation/file-request.ts';
import { inviteAuthor } from '../../../server/mediation/invite-author.ts';
import { referInstitutionally } from '../../../server/mediation/refer-institutionally.ts';
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
      file.referrer = null;

      return { by: person, files: [file] };
    }))),
    ...(file.isOnPaper && file.parties[0]?.person === null ? charged(held) : []).map((person) => move(playerBy(world, person).name, 'invites the author', 6, async () => {
      if (!(await inState(world, file, 'received', ['acknowledged', 'notified', 'convened', 'consent_requested']))) return {};
      const party = file.parties[0]?.id ?? '';
      const { link, code, expiresAt } = await inviteAuthor(core, await signedIn(world, playerBy(world, person)), file.id, { letter: words() });
      world.links = world.links.filter((one) => one.party !== party).concat({ file, party, link, code, expiresAt: new Date(expiresAt) });

      return { by: person, files: [file] };
    })),
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

/** The secretary enters what somebody without account wrote: no party stands for anybody yet. */
export async function enterOne(world: World, clerk: string): Promise<Step> {
  const at = world.copy.clock.now();
  const { tier: _, consents: __, ...body } = requestOf('regional');
  const receivedOn = at.toISOString().slice(0, 10);
  const entered = await enterRequest(world.core, await signedIn(world, playerBy(world, clerk)), { ...body, channel: 'telephone', receivedOn });
  const file = await enter(world, entered.case, world.cast.offices.regional, null, at, () => null);
  file.isOnPaper = true;

  return { by: clerk, files: [file] };
}

/** A director refers for their staff. */
export async function referOne(world: World, director: string): Promise<Step> {
  const at = world.copy.clock.now();
  const { author, others, purpose, account, priorStep, exclusions, consents } = requestOf('regional');
  const parties = [author, ...others.filter(({ profession }) => profession === 'health-manager')];
  const sent = await referInstitutionally(world.core, await signedIn(world, playerBy(world, director)), { tier: 'regional', capacity: 'director', purpose, account, priorStep, exclusions, consents, parties });
  const file = await enter(world, sent.case, world.cast.offices.regional, null, at, () => null);
  file.referrer = director;

  return { by: director, files: [file] };
}

export async function fileOne(world: World, author: string, tier: 'regional' | 'local'): Promise<Step> {
  const at = world.copy.clock.now();
  const filed = await fileRequest(world.core, { session: await signedIn(world, playerBy(world, author)) }, requestOf(tier));
  const entered = await enter(world, filed.case, world.cast.offices[tier], author, at, (ordinal) => (ordinal === 1 ? author : null));

  return { by: author, files: [entered] };
}
