import { randomBytes } from 'node:crypto';
import { Value } from 'typebox/value';
import type { Role, State } from '../../policies/vocabulary.ts';
import { writers } from '../../policies/access.ts';
import { acceptInvitation } from '../../server/mediation/accept-invitation.ts';
import { acceptReferral } from '../../server/mediation/accept-referral.ts';
import { agreeObject, writeObject } from '../../server/mediation/agree-object.ts';
import { challenge } from '../../server/mediation/challenge.ts';
import { convene } from '../../server/mediation/convene.ts';
import { declareInterests } from '../../server/mediation/declare-interests.ts';
import { designate } from '../../server/mediation/designate.ts';
import { fileRequest, type Filing } from '../../server/mediation/file-request.ts';
import { invite } from '../../server/mediation/invite.ts';
import { sweepGrants } from '../../server/mediation/keys/sweep.ts';
import { openRoom } from '../../server/mediation/open-room.ts';
import { recuse } from '../../server/mediation/recuse.ts';
import { RequestBody } from '../../server/mediation/request-body.ts';
import { referUp } from '../../server/mediation/refer-up.ts';
import { returnReferral } from '../../server/mediation/return-referral.ts';
import { seatMembers } from '../../server/mediation/seat.ts';
import { takeCharge } from '../../server/mediation/take-charge.ts';
import { writeSummary } from '../../server/mediation/write-summary.ts';
import { writeText } from '../../server/mediation/write-text.ts';
import { relieve } from '../../server/people/offices/relieve.ts';
import { requestBody } from '../territory.ts';
import { appoint, arrive, confirmShares, playerOf } from './cast.ts';
import { casesOf, isInOffice, standingsIn, type File } from './model.ts';
import { playerBy, signedIn, type Move, type Step, type World } from './world.ts';

/** Everything that could happen next, as the clerk sees it. What gives or takes reach is always the real deed. */
export function movesOf(world: World): Move[] {
  return [...everyday(world), ...world.facts.files.flatMap((file) => [...intake(world, file), ...committee(world, file), ...mediation(world, file), ...referral(world, file), ...writing(world, file), ...leaving(world, file)])];
}

/** How a case usually goes, in the words of the moves. Worlds begin somewhere along it. */
export const usual: readonly string[] = [
  'files (regional)', 'takes charge', 'writes the object', 'convenes with names', 'declares none', 'declares none', 'is seated', 'writes the summary', 'invites', 'accepts', 'writes in caucus',
  'is designated', 'is designated', 'writes in caucus', 'challenges', 'refers up', 'accepts the referral', 'takes charge',
];

/** First what happens, by weight (departures are rarer than work), then to whom. */
export function pick(moves: readonly Move[], chance: number): Move {
  const kinds = [...new Map(moves.map(({ does, weight }) => [does, weight]))];
  const total = kinds.reduce((sum, [, weight]) => sum + weight, 0);
  let left = chance % total;
  const [chosen] = kinds.find(([, weight]) => (left -= weight) < 0) ?? [];
  const among = moves.filter(({ does }) => does === chosen);
  const move = among[Math.floor(chance / total) % among.length];
  if (!move) throw new RangeError('there is always something to do');

  return move;
}

function everyday(world: World): Move[] {
  const { facts, cast, copy, core } = world;
  const at = copy.clock.now();
  const inOffice = cast.players.filter(({ id }) => facts.mandates.some((one) => one.person === id && isInOffice(facts, id, one.office, [one.role], at)));
  const involved = cast.players.filter(({ id }) => casesOf(facts, id, at).size > 0);

  return [
    ...(facts.files.length < 2 ? (['regional', 'local'] as const).flatMap((tier) => cast.requesters.map((author) => move(author.name, `files (${tier})`, 12, () => fileOne(world, author.id, tier)))) : []),
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

async function fileOne(world: World, author: string, tier: 'regional' | 'local'): Promise<Step> {
  const at = world.copy.clock.now();
  const filed = await fileRequest(world.core, { session: await signedIn(world, playerBy(world, author)) }, requestOf(tier));
  const entered = await enter(world, filed.case, world.cast.offices[tier], author, at, (ordinal) => (ordinal === 1 ? author : null));

  return { by: author, files: [entered] };
}

/** What Amina files, at one tier or another. */
export function requestOf(tier: 'regional' | 'local'): Filing {
  return Value.Parse(RequestBody, { ...requestBody(), tier });
}

async function enter(world: World, id: string, office: string, author: string, at: Date, personOf: (ordinal: number) => string | null): Promise<File> {
  const parties = await world.copy.superuser<{ id: string; ordinal: number }[]>`select id, ordinal from party where case_id = ${id} order by ordinal`;
  const entered: File = {
    id, office, isLocal: office === world.cast.offices.local, author, lower: null, inCharge: null, recused: new Set(), seats: [], delegates: [], challengers: new Set(), transferred: false, places: [],
    parties: parties.map((party) => ({ id: party.id, person: personOf(party.ordinal), since: at })),
  };
  world.facts.files.push(entered);

  return entered;
}

function intake(world: World, file: File): Move[] {
  const { core } = world;
  const held = standings(world, file);
  const author = file.parties[0]?.person;

  return [
    ...(file.inCharge ? [] : held.filter(({ standing }) => standing === 'presiding').map(({ person }) => move(playerBy(world, person).name, 'takes charge', 8, async () => {
      if (!(await inState(world, file, 'received', ['acknowledged', 'notified']))) return {};
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

function committee(world: World, file: File): Move[] {
  const { core, facts, copy, cast } = world;
  const at = copy.clock.now();
  const held = standings(world, file);
  const peers = cast.players.filter(({ id }) => id !== file.inCharge?.person && !file.recused.has(id) && isInOffice(facts, id, file.office, ['member', 'deputy'], at)).map(({ id }) => id);
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

function mediation(world: World, file: File): Move[] {
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
      await acceptInvitation(core, { session: await signedIn(world, acceptor) }, { link, code });
      Object.assign(file.parties.find(({ id }) => id === party) ?? {}, { person: acceptor.id, since: at });
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
    ...file.parties.flatMap(({ id: party, person }) => person === null || file.challengers.has(party) ? [] : live.map((delegate) => move(playerBy(world, person).name, 'challenges', 4, async () => {
      if (!(await inState(world, file, 'designated'))) return {};
      const now = copy.clock.now();
      await challenge(core, await signedIn(world, playerBy(world, person)), file.id, { delegate: delegate.person });
      delegate.ended = true;
      file.challengers.add(party);
      if (file.inCharge?.person !== delegate.person) shutPapers(file, delegate.person, 'notes', monthAfter(now));

      return { by: person, files: [file] };
    }))),
    ...(file.places.some(({ kind }) => kind === 'room') ? [] : delegates(held).map((person) => move(playerBy(world, person).name, 'opens the room', 5, async () => {
      if (!(await inState(world, file, 'in_mediation'))) return {};
      await openRoom(core, await signedIn(world, playerBy(world, person)), file.id);

      return { by: person, files: [file] };
    }))),
  ];
}

function referral(world: World, file: File): Move[] {
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

function writing(world: World, file: File): Move[] {
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

function leaving(world: World, file: File): Move[] {
  const officers = standings(world, file).filter(({ standing }) => ['presiding', 'secretary', 'in-charge', 'delegate', 'convened', 'seated'].includes(standing));

  return [...new Set(officers.map(({ person }) => person))].map((person) => move(playerBy(world, person).name, 'recuses themselves', 3, async () => {
    const now = world.copy.clock.now();
    await recuse(world.core, await signedIn(world, playerBy(world, person)), file.id);
    leave(file, person, monthAfter(now), now);

    return { by: person, files: [file] };
  }));
}

/** What a departure ends in a case: every place, one's declaration at once, one's notes after a while. */
function leave(file: File, person: string, notesUntil: Date, now: Date): void {
  file.recused.add(person);
  file.seats = file.seats.filter((seat) => seat.person !== person);
  for (const delegate of file.delegates) if (delegate.person === person) delegate.ended = true;
  if (file.inCharge?.person === person) file.inCharge = null;
  shutPapers(file, person, 'notes', notesUntil);
  shutPapers(file, person, 'declaration', now);
}

function shutPapers(file: File, person: string, kind: 'notes' | 'declaration', until: Date): void {
  for (const place of file.places) if (place.kind === kind && place.subject === person) place.until = until;
}

const order: readonly State[] = ['received', 'acknowledged', 'notified', 'convened', 'consent_requested', 'consented', 'designated', 'in_mediation', 'agreement_proposed', 'ended'];

/**
 * Brings a case forward to a state that gives nobody reach; the deeds that lead there have tests of their own. False when
 * the case is already beyond it.
 */
async function inState({ copy: { superuser } }: World, file: File, wanted: State, orIn: readonly State[] = []): Promise<boolean> {
  const [row] = await superuser<{ state: State }[]>`select state from case_file where id = ${file.id}`;
  if (!row) return false;
  if (row.state === wanted || orIn.includes(row.state)) return true;
  const isSecondDelegate = wanted === 'consented' && row.state === 'designated';
  if (!isSecondDelegate && (order.indexOf(row.state) < 0 || order.indexOf(row.state) > order.indexOf(wanted))) return false;
  await superuser`update case_file set state = ${wanted} where id = ${file.id}`;

  return true;
}

function standings(world: World, file: File) {
  return standingsIn(world.facts, file, world.copy.clock.now());
}

function charged(held: ReturnType<typeof standings>): string[] {
  return held.filter(({ standing }) => standing === 'in-charge').map(({ person }) => person);
}

function delegates(held: ReturnType<typeof standings>): string[] {
  return held.filter(({ standing }) => standing === 'delegate').map(({ person }) => person);
}

function monthAfter(at: Date): Date {
  return new Date(at.getTime() + 30 * 86_400_000);
}

function words(): string {
  return `Un texte que seuls ses lecteurs connaissent : ${randomBytes(12).toString('hex')}.`;
}

function move(who: string, does: string, weight: number, play: () => Promise<Step>): Move {
  return { who, does, weight, play };
}
