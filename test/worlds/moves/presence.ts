import { writers } from '../../../policies/access.ts';
import { recuse } from '../../../server/mediation/recuse.ts';
import { writeText } from '../../../server/mediation/write-text.ts';
import type { File } from '../model.ts';
import { playerBy, signedIn, type Move, type World } from '../world.ts';
import { leave, monthAfter } from './record.ts';
import { move, standings, words } from './shared.ts';

export function writing(world: World, file: File): Move[] {
  const held = standings(world, file);
  const caucuses = file.parties.map(({ id }) => id);
  const wanted = [...caucuses.map((subject) => ({ kind: 'caucus' as const, subject })), { kind: 'room' as const, subject: null }, { kind: 'workspace' as const, subject: null }, { kind: 'notes' as const, subject: null }];

  return wanted.flatMap(({ kind, subject }) => {
    const place = file.places.find((one) => one.kind === kind && one.subject === subject);
    const canOpen = kind === 'notes' || (kind !== 'room' && subject !== null) || kind === 'workspace';
    const may = held.filter((one) => (writers[kind] ?? []).includes(one.standing) && (one.standing !== 'party' || subject === null || one.subject === subject) && (place !== undefined || (canOpen && one.standing !== 'party')));

    return [...new Set(may.map(({ person }) => person))].map((person) => move(playerBy(world, person).name, `writes in ${kind}`, 3, async () => {
      const text = words();
      const { item } = await writeText(world.core, await signedIn(world, playerBy(world, person)), file.id, { kind, subject, as: 'message', text });
      world.texts.set(item, text);

      return { by: person, files: [file] };
    }));
  });
}

export function leaving(world: World, file: File): Move[] {
  const officers = standings(world, file).filter(({ standing }) => ['presiding', 'secretary', 'in-charge', 'delegate', 'convened', 'seated'].includes(standing));

  return [...new Set(officers.map(({ person }) => person))].map((person) => move(playerBy(world, person).name, 'recuses themselves', 3, async () => {
    const now = world.copy.clock.now();
    await recuse(world.core, await signedIn(world, playerBy(world, person)), file.id);
    leave(file, person, monthAfter(now), now);

    return { by: person, files: [file] };
  }));
}
