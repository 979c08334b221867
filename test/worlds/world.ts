import type { Core, Session } from '../../server/core.ts';
import { Problem } from '../../server/problems.ts';
import type { Cast, Player } from './cast.ts';
import { sessionOf } from './cast.ts';
import { copyOf, type Copy } from './copies.ts';
import type { House } from '../core.ts';
import { notesUntil, standingsIn, type Facts, type File, type Place } from './model.ts';
import { caseRows, type CaseRows } from './rows.ts';

/** One world: a copy of the mould, the clerk's record of it, and what the test remembers to compare with. */
export type World = {
  copy: Copy;
  core: Core;
  cast: Cast;
  facts: Facts;
  /** What the test wrote, by item. */
  texts: Map<string, string>;
  links: { file: File; party: string; link: string; code: string; expiresAt: Date }[];
  /** Everybody who ever held an epoch's key. */
  everHeld: Map<string, Set<string>>;
  /** One line a step, to tell the story of a failure. */
  story: string[];
  played: string[];
  sessions: Map<string, Session>;
};

/** A step: who acted, and in which cases their keys were at work. */
export type Step = { by?: string; files?: readonly File[] };
export type Move = { who: string; does: string; weight: number; play(): Promise<Step> };

export async function newWorld(mould: House, cast: Cast): Promise<World> {
  const copy = await copyOf(mould);
  const rows = await copy.superuser<MandateRow[]>`select id, person_id, office_id, role, valid_from, valid_to from mandate where countersigned_at is not null`;

  return {
    copy, core: copy.core, cast, texts: new Map(), links: [], everHeld: new Map(), story: [], played: [], sessions: new Map(),
    facts: { files: [], absences: [], mandates: rows.map((row) => ({ id: row.id, person: row.person_id, office: row.office_id, role: row.role, from: row.valid_from, to: row.valid_to, relieved: null })) },
  };
}

/** The session they have, while it lasts; somebody newly appointed signs in again. */
export async function signedIn({ core, copy, sessions }: World, player: Player): Promise<Session> {
  const known = sessions.get(player.id);
  if (known && known.expiresAt > copy.clock.now()) return known;

  const session = await sessionOf(core, player);
  sessions.set(player.id, session);

  return session;
}

export function playerBy({ cast }: World, id: string): Player {
  const player = cast.players.find((one) => one.id === id);
  if (!player) throw new RangeError('nobody of the cast');

  return player;
}

/** Plays a move; a refusal of the service leaves the record as it was and is remembered. */
export async function play(world: World, { who, does, play: move }: Move): Promise<Step> {
  const name = `${who} ${does}`;
  world.played.push(does);
  try {
    const step = await move();
    world.story.push(name);

    return step;
  } catch (error) {
    if (!(error instanceof Problem) || !mayRefuse.includes(error.code)) throw new Error(['This should have gone through:', name, '', 'after', ...world.story].join('\n'), { cause: error });
    world.story.push(`${name} -> ${error.code}`);

    return {};
  }
}

/** What the clerk cannot foresee: who has a key yet, and which facts a deed still misses. Never `not-found`. */
const mayRefuse: readonly string[] = ['key-missing', 'two-holders', 'wrong-state', 'referral-pending', 'acted-first', 'conflict-declared', 'link-expired', 'object-not-agreed', 'certification-missing', 'parties-missing', 'absence-running'];

/**
 * Enters new compartments and epochs into the record. Their ids are the service's; when they were opened and for whom is
 * what the clerk knows: a delegate's caucus is of the mediation, and never goes back. The last day of notes is checked too.
 * @returns the rows, and each epoch whose audience is not what the clerk expects
 */
export async function observe(world: World, file: File, at: Date): Promise<{ rows: CaseRows; surprises: string[] }> {
  const rows = await caseRows(world.copy, file.id);
  const surprises: string[] = [];
  for (const { id, kind, subject } of rows.places) {
    if (!file.places.some((place) => place.id === id)) file.places.push({ id, kind, subject, since: at, until: kind === 'declaration' && file.recused.has(subject ?? '') ? at : null, epochs: [] });
  }
  for (const { id, readable_until: row } of rows.places) {
    const place = file.places.find((one) => one.id === id);
    if (place?.kind === 'notes' && place.subject) surprises.push(...lastDay(world, file, place, place.subject, row));
  }
  for (const row of rows.epochs) {
    const place = file.places.find(({ id }) => id === row.compartment_id);
    const known = place?.epochs.find(({ id }) => id === row.id);
    if (known && row.closed_at !== null) known.closed ??= at;
    if (!place || known) continue;

    const expected = place.epochs.some(({ audience }) => audience === 'mediation') || standingsIn(world.facts, file, world.copy.clock.now()).some(({ standing }) => standing === 'delegate') ? 'mediation' : 'preparation';
    if (row.audience !== expected || row.number !== place.epochs.length + 1) surprises.push(`${place.kind} ${row.number} was opened for ${row.audience}`);
    place.epochs.push({ id: row.id, number: row.number, audience: expected, openedAt: at, closed: row.closed_at === null ? null : at });
  }
  for (const { epoch, person } of rows.live) world.everHeld.set(epoch, (world.everHeld.get(epoch) ?? new Set()).add(person));

  return { rows, surprises };
}

/**
 * Notes whose author is no longer in office get their last day by the relief itself, or by the sweep after a date; who is in
 * office again in time gets them back by a sweep, unless they left the case itself.
 */
function lastDay({ facts, copy }: World, file: File, place: Place, author: string, row: Date | null): string[] {
  const now = copy.clock.now();
  const ended = notesUntil(facts, file, author, now);
  const known = place.until;
  if (isSame(row, known)) return ended?.byRelief && row === null ? ['notes of somebody relieved have no last day'] : [];

  place.until = row;
  if (row !== null && known === null && ended && isSame(row, ended.until)) return [];
  const hasLeft = file.recused.has(author) || file.delegates.some((one) => one.person === author && one.ended);
  if (row === null && !ended && !hasLeft) return [];

  return [`notes are theirs until ${row?.toISOString() ?? 'ever'}`];
}

/** The clock of a world ticks between the clerk's look and the deed's. */
function isSame(one: Date | null, other: Date | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one.getTime() - other.getTime()) < 60_000;
}

type MandateRow = { id: string; person_id: string; office_id: string; role: Facts['mandates'][number]['role']; valid_from: Date; valid_to: Date };
