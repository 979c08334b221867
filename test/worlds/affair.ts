import { agreeObject, writeObject } from '../../server/mediation/agree-object.ts';
import { acceptInvitation } from '../../server/mediation/accept-invitation.ts';
import { convene } from '../../server/mediation/convene.ts';
import { declareInterests } from '../../server/mediation/declare-interests.ts';
import { designate } from '../../server/mediation/designate.ts';
import { fileRequest } from '../../server/mediation/file-request.ts';
import { invite } from '../../server/mediation/invite.ts';
import { seatMembers } from '../../server/mediation/seat.ts';
import { takeCharge } from '../../server/mediation/take-charge.ts';
import { writeSummary } from '../../server/mediation/write-summary.ts';
import { writeText } from '../../server/mediation/write-text.ts';
import type { House } from '../core.ts';
import { arrive, playerOf, sessionOf, type Cast, type Player } from './cast.ts';
import { requestOf } from './moves/record.ts';

/** A regional case with two delegates, and another just filed. */
export type Affair = { id: string; other: string; amina: Player; sylvie: Player; claire: Player; bruno: Player; omar: Player; delegate: Player; challenged: Player; seated: Player; ownParty: string };

/**
 * Plays a case by its real deeds until its delegates have written in the caucus. States that give nobody reach are passed
 * over.
 */
export async function affair(house: House, cast: Cast): Promise<Affair> {
  const { core, superuser } = house;
  const [amina, sylvie] = [one(cast.requesters), one(cast.others)];
  const [claire, bruno, omar] = [playerOf(cast.claire), playerOf(cast.deputy), playerOf(cast.omar)];
  const [delegate, challenged, seated] = cast.committee.map(playerOf) as [Player, Player, Player];
  const by = (player: Player) => sessionOf(core, player);
  const now = (state: string) => superuser`update case_file set state = ${state} where id = ${id}`;

  const { case: id } = await fileRequest(core, { session: await by(amina) }, { ...requestOf('regional'), others: requestOf('regional').others.slice(0, 1) });
  const { case: other } = await fileRequest(core, { session: await by(amina) }, requestOf('regional'));
  await takeCharge(core, await by(claire), id);
  const { item } = await writeObject(core, await by(claire), id, 'Les plannings de nuit et la manière de les annoncer.');
  await agreeObject(core, await by(amina), id, { item });
  await now('notified');
  const members = [delegate, seated].map(({ id }) => id);
  await convene(core, await by(claire), id, { members, text: 'Un établissement, deux services.' });
  for (const member of [delegate, seated]) await declareInterests(core, await by(member), id, { answer: 'none' });
  await seatMembers(core, await by(claire), id, { members, acceptsLinks: false });
  await writeSummary(core, await by(claire), id, 'Une équipe de nuit et son encadrement.');
  await now('consent_requested');
  const parties = await superuser<{ id: string }[]>`select id from party where case_id = ${id} order by ordinal`;
  const [ownParty, otherParty] = parties.map(({ id }) => id) as [string, string];
  const { link, code } = await invite(core, await by(claire), id, { party: otherParty, letter: 'Vous êtes invitée à une médiation.' });
  await acceptInvitation(core, { session: await by(sylvie) }, { link, code, account: 'Ce que Sylvie en dit.' });
  await writeText(core, await by(claire), id, { kind: 'caucus', subject: ownParty, as: 'message', text: 'Avant la médiation.' });
  await now('consented');
  await designate(core, await by(claire), id, [delegate.id, challenged.id]);
  for (const player of [amina, sylvie, claire, bruno, omar, delegate, challenged, seated]) await arrive(core, await by(player));
  await writeText(core, await by(delegate), id, { kind: 'caucus', subject: ownParty, as: 'message', text: 'Depuis la désignation.' });

  return { id, other, amina, sylvie, claire, bruno, omar, delegate, challenged, seated, ownParty };
}

function one<T>([first]: readonly T[]): T {
  if (first === undefined) throw new RangeError('nobody');

  return first;
}
