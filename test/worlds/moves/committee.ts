import { convene } from '../../../server/mediation/convene.ts';
import { declareInterests } from '../../../server/mediation/declare-interests.ts';
import { seatMembers } from '../../../server/mediation/seat.ts';
import { writeSummary } from '../../../server/mediation/write-summary.ts';
import { isInOffice, type File } from '../model.ts';
import { playerBy, signedIn, type Move, type World } from '../world.ts';
import { leave } from './record.ts';
import { charged, inState, move, standings, words } from './shared.ts';

export function committee(world: World, file: File): Move[] {
  const { core, facts, copy, cast } = world;
  const at = copy.clock.now();
  const held = standings(world, file);
  const peers = cast.players.filter(({ id }) => id !== file.inCharge?.person && !charged(held).includes(id) && !file.recused.has(id) && isInOffice(facts, id, file.office, ['member', 'deputy'], at)).map(({ id }) => id);
  const waiting = file.seats.filter(({ person }) => held.some((one) => one.person === person && one.standing === 'convened'));
  if (file.isLocal) return [];

  return [
    ...(file.seats.length > 0 || peers.length === 0 ? [] : charged(held).flatMap((person) => [false, true].map((named) => move(playerBy(world, person).name, `convenes${named ? ' with names' : ''}`, 4, async () => {
      if (!(await inState(world, file, 'notified'))) return {};
      const { convened } = await convene(core, await signedIn(world, playerBy(world, person)), file.id, { members: peers, text: words(), ...(named && { names: words() }) });
      file.seats = convened.map((member) => ({ person: member, answer: null, seated: false, since: at }));

      return { by: person, files: [file] };
    })))),
    ...waiting.flatMap((seat) => (['none', 'none', 'link', 'recused'] as const).filter((answer) => seat.answer === null || answer !== 'none').filter((answer) => answer !== seat.answer).map((answer) =>
      move(playerBy(world, seat.person).name, `declares ${answer}`, answer === 'none' ? 6 : 2, async () => {
        if (!(await inState(world, file, 'convened'))) return {};
        const now = copy.clock.now();
        await declareInterests(core, await signedIn(world, playerBy(world, seat.person)), file.id, { answer, text: words() });
        if (answer === 'recused') leave(file, seat.person, now, now);
        else Object.assign(seat, { answer, seated: false });

        return { by: seat.person, files: [file] };
      }))),
    ...charged(held).flatMap((person) => waiting.filter(({ answer, seated }) => answer !== null && !seated).map((seat) => move(playerBy(world, seat.person).name, 'is seated', 6, async () => {
      if (!(await inState(world, file, 'convened'))) return {};
      await seatMembers(core, await signedIn(world, playerBy(world, person)), file.id, { members: [seat.person], acceptsLinks: true });
      seat.seated = true;

      return { by: person, files: [file] };
    }))),
    ...charged(held).map((person) => move(playerBy(world, person).name, 'writes the summary', 3, async () => {
      if (!(await inState(world, file, 'convened'))) return {};
      const text = words();
      world.texts.set((await writeSummary(core, await signedIn(world, playerBy(world, person)), file.id, text)).item, text);

      return { by: person, files: [file] };
    })),
  ];
}
