import { acceptInvitation } from '../../../server/mediation/accept-invitation.ts';
import { challenge } from '../../../server/mediation/challenge.ts';
import { continueWithout } from '../../../server/mediation/continue-without.ts';
import { designate } from '../../../server/mediation/designate.ts';
import { invite } from '../../../server/mediation/invite.ts';
import { openRoom } from '../../../server/mediation/open-room.ts';
import { withdraw } from '../../../server/mediation/withdraw.ts';
import { isInOffice, type File } from '../model.ts';
import { playerBy, signedIn, type Move, type World } from '../world.ts';
import { monthAfter, shutPapers } from './record.ts';
import { charged, delegates, inState, move, standings, words } from './shared.ts';

export function mediation(world: World, file: File): Move[] {
  const { core, facts, copy, cast } = world;
  const at = copy.clock.now();
  const held = standings(world, file);
  const known = new Set(held.map(({ person }) => person));
  const eligible = cast.players.filter(({ id }) => (isInOffice(facts, id, file.office, ['member', 'deputy'], at) || id === file.inCharge?.person) && !file.recused.has(id) && !file.delegates.some(({ person }) => person === id));
  const live = file.delegates.filter(({ ended }) => !ended);

  return [
    ...(file.places.some(({ kind }) => kind === 'object') ? charged(held) : []).flatMap((person) => file.parties.filter((party) => party.person === null).map((party) => move(playerBy(world, person).name, 'invites', 6, async () => {
      if (!(await inState(world, file, 'consent_requested'))) return {};
      const { link, code, expiresAt } = await invite(core, await signedIn(world, playerBy(world, person)), file.id, { party: party.id, letter: words() });
      world.links = world.links.filter((one) => one.party !== party.id).concat({ file, party: party.id, link, code, expiresAt: new Date(expiresAt) });

      return { by: person, files: [file] };
    }))),
    ...world.links.filter((one) => one.file === file && one.expiresAt > at).flatMap(({ party, link, code }) => cast.others.filter(({ id }) => !known.has(id)).map((acceptor) => move(acceptor.name, 'accepts', 14, async () => {
      const isAuthor = file.isOnPaper === true && file.parties[0]?.id === party;
      if (!(await inState(world, file, isAuthor ? 'received' : 'consent_requested', isAuthor ? ['acknowledged', 'notified', 'convened', 'consent_requested'] : []))) return {};
      await acceptInvitation(core, { session: await signedIn(world, acceptor) }, { link, code });
      Object.assign(file.parties.find(({ id }) => id === party) ?? {}, { person: acceptor.id, since: at });
      if (isAuthor) file.author = acceptor.id;
      world.links = world.links.filter((one) => one.link !== link);

      return {};
    }))),
    ...(live.length > 1 || file.isLocal ? [] : charged(held).flatMap((person) => eligible.map((delegate) => move(delegate.name, 'is designated', 7, async () => {
      if (!(await inState(world, file, 'consented'))) return {};
      const now = copy.clock.now();
      const { designations: [designation = ''] } = await designate(core, await signedIn(world, playerBy(world, person)), file.id, [delegate.id]);
      file.delegates.push({ designation, person: delegate.id, since: now, ended: false });

      return { by: person, files: [file] };
    })))),
    ...file.parties.flatMap(({ id: party, person, left }) => person === null || left !== null || file.challengers.has(party) ? [] : live.map((delegate) => move(playerBy(world, person).name, 'challenges', 4, async () => {
      if (!(await inState(world, file, 'designated'))) return {};
      const now = copy.clock.now();
      await challenge(core, await signedIn(world, playerBy(world, person)), file.id, { delegate: delegate.person });
      delegate.ended = true;
      file.challengers.add(party);
      if (file.inCharge?.person !== delegate.person) shutPapers(file, delegate.person, 'notes', monthAfter(now));

      return { by: person, files: [file] };
    }))),
    ...(file.isLocal ? [] : file.parties.flatMap((party) => party.person === null || party.left !== null ? [] : [move(playerBy(world, party.person).name, 'withdraws', 3, async () => {
      const { person } = party;
      if (person === null || !(await inState(world, file, 'in_mediation', ['consented', 'designated']))) return {};
      const now = copy.clock.now();
      await withdraw(core, await signedIn(world, playerBy(world, person)), file.id, { party: party.id });
      party.left = now;
      world.links = world.links.filter((one) => one.file !== file);

      return { by: person, files: [file] };
    })])),
    ...(file.parties.some(({ left }) => left) ? charged(held) : []).map((person) => move(playerBy(world, person).name, 'continues without', 8, async () => {
      await continueWithout(core, await signedIn(world, playerBy(world, person)), file.id, { letter: words() });

      return { by: person, files: [file] };
    })),
    ...(file.places.some(({ kind }) => kind === 'room') ? [] : delegates(held).map((person) => move(playerBy(world, person).name, 'opens the room', 5, async () => {
      if (!(await inState(world, file, 'in_mediation'))) return {};
      await openRoom(core, await signedIn(world, playerBy(world, person)), file.id);

      return { by: person, files: [file] };
    }))),
  ];
}
