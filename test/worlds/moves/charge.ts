import { acceptHandOver } from '../../../server/mediation/accept-hand-over.ts';
import { declineHandOver, withdrawHandOver } from '../../../server/mediation/answer-hand-over.ts';
import { declareAbsence } from '../../../server/mediation/declare-absence.ts';
import { endAbsence } from '../../../server/mediation/end-absence.ts';
import { offerHandOver } from '../../../server/mediation/offer-hand-over.ts';
import { recordSuddenAbsence } from '../../../server/mediation/record-sudden-absence.ts';
import { isInOffice, presides, type File } from '../model.ts';
import { playerBy, signedIn, type Move, type World } from '../world.ts';
import { monthAfter, shutPapers } from './record.ts';
import { move, standings } from './shared.ts';

/** A case passes from one hand to another. */
export function handingOver(world: World, file: File): Move[] {
  const { core, copy } = world;
  const at = copy.clock.now();
  const held = standings(world, file);
  const is = (standing: string) => held.filter((one) => one.standing === standing).map(({ person }) => person);
  const offered = is('successor').length > 0;

  return [
    ...(offered ? [] : is('in-charge').flatMap((person) => [...new Set(is('presiding'))].filter((other) => other !== person).map((other) => move(playerBy(world, person).name, 'offers to hand over', 5, async () => {
      const { expiresAt } = await offerHandOver(core, await signedIn(world, playerBy(world, person)), file.id, other);
      file.handOver = { from: person, to: other, since: at, until: new Date(expiresAt) };

      return { by: person, files: [file] };
    })))),
    ...[...new Set(is('successor'))].flatMap((person) => [
      move(playerBy(world, person).name, 'takes over', 12, async () => {
        const now = copy.clock.now();
        await acceptHandOver(core, await signedIn(world, playerBy(world, person)), file.id);
        const former = file.inCharge?.person ?? '';
        if (!is('delegate').includes(former)) shutPapers(file, former, 'notes', monthAfter(now));
        for (const place of file.places) if (place.kind === 'notes' && place.subject === person && place.until && place.until > now) place.until = null;
        Object.assign(file, { inCharge: { person, since: now }, handOver: null });

        return { by: person, files: [file] };
      }),
      move(playerBy(world, person).name, 'declines to take over', 3, async () => {
        await declineHandOver(core, await signedIn(world, playerBy(world, person)), file.id);
        file.handOver = null;

        return { by: person, files: [file] };
      }),
    ]),
    ...(offered ? is('in-charge') : []).map((person) => move(playerBy(world, person).name, 'withdraws the offer', 3, async () => {
      await withdrawHandOver(core, await signedIn(world, playerBy(world, person)), file.id);
      file.handOver = null;

      return { by: person, files: [file] };
    })),
  ];
}

/** Somebody is away from an office, and is back. */
export function absences(world: World): Move[] {
  const { core, copy, facts, cast } = world;
  const at = copy.clock.now();
  const day = (offset: number) => new Date(at.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const offices = Object.values(cast.offices);
  const presiding = (office: string) => cast.players.filter(({ id }) => isInOffice(facts, id, office, presides, at)).map(({ id }) => id);
  const isAway = (person: string, office: string) => facts.absences.some((one) => one.person === person && one.office === office && one.until > at);
  const inCharge = (person: string, office: string) => facts.files.filter((file) => file.office === office && file.inCharge?.person === person);

  return [
    ...offices.flatMap((office) => presiding(office).filter((person) => !isAway(person, office) && inCharge(person, office).length > 0).flatMap((person) => presiding(office).filter((deputy) => deputy !== person).flatMap((deputy) => [
      ...([[0, 20], [1, 30]] as const).map(([first, last]) => move(playerBy(world, person).name, `will be away from day ${first}`, 3, async () => {
        const { absence, from, until } = await declareAbsence(core, await signedIn(world, playerBy(world, person)), office, { deputy, firstDay: day(first), lastDay: day(last) });
        facts.absences.push({ id: absence, office, person, deputy, by: person, from: new Date(from), until: new Date(until) });

        return { by: person, files: first === 0 ? inCharge(person, office) : [] };
      })),
      ...cast.players.filter(({ id }) => id !== person && id !== deputy && isInOffice(facts, id, office, [...presides, 'secretary'], at)).map(({ id, name }) => move(name, 'records a sudden absence', 3, async () => {
        const { absence, from, until } = await recordSuddenAbsence(core, await signedIn(world, playerBy(world, id)), office, { person, deputy, lastDay: day(15) });
        facts.absences.push({ id: absence, office, person, deputy, by: id, from: new Date(from), until: new Date(until) });

        return { by: id, files: inCharge(person, office) };
      })),
    ]))),
    ...facts.absences.filter(({ until }) => until > at).flatMap((one) => [...new Set([one.person, one.deputy, one.by])].filter((id) => isInOffice(facts, id, one.office, [...presides, 'secretary'], at)).map((id) => move(playerBy(world, id).name, 'ends an absence', 2, async () => {
      await endAbsence(core, await signedIn(world, playerBy(world, id)), one.id);
      one.until = copy.clock.now();
      if (one.from > one.until) one.from = one.until;

      return { by: id, files: inCharge(one.person, one.office) };
    }))),
  ];
}
