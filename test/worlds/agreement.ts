import { reads } from '../../policies/access.ts';
import { sweepGrants } from '../../server/mediation/keys/sweep.ts';
import { reveal, type Revealed } from '../../server/mediation/reveal.ts';
import { Problem } from '../../server/problems.ts';
import type { RootKeys } from '../../server/vault/root.ts';
import { alarmsOf } from './alarms.ts';
import { arrive, confirmShares } from './cast.ts';
import { casesOf, notesUntil, readersOf, standingsIn, type EpochFacts, type File, type Place, type Readers } from './model.ts';
import { caseRows, sightOf, type CaseRows, type Pair, type Sight } from './rows.ts';
import { observe, playerBy, signedIn, type Step, type World } from './world.ts';

/**
 * Compares the three walls with the record after a step: for every person and epoch, the record allows, the rows are seen
 * and a key lives, outside the two queues, whose content is exact. And keys follow: what a holder who acted could hand on
 * waits no longer, and nobody who was left out ever held the epoch that is open.
 * @returns a sentence for each disagreement
 */
export async function disagreements(world: World, step: Step, at: Date): Promise<string[]> {
  const persons = world.cast.players.map(({ id }) => id);
  const before = new Map([...world.everHeld].map(([epoch, holders]) => [epoch, new Set(holders)]));
  const found: string[] = [];
  const states = [];
  for (const file of world.facts.files) {
    const { rows, surprises } = await observe(world, file, at);
    found.push(...surprises);
    states.push({ file, rows });
  }
  const sights = await sightOf(world.copy, persons);
  const now = world.copy.clock.now();
  for (const person of persons) found.push(...same(`cases that exist for ${playerBy(world, person).name}`, casesOf(world.facts, person, now), sights.get(person)?.cases));
  for (const { file, rows } of states) {
    const readers = readersOf(world.facts, file, now);
    found.push(...walls(world, file, rows, readers, sights));
    found.push(...queues(world, file, rows, readers));
    found.push(...shutOut(world, file, rows, readers));
    if (step.by && step.files?.includes(file)) found.push(...handedOn(world, { file, rows, readers, by: step.by, before, at }));
  }

  return found;
}

/** Everybody who still may comes by, and the clock's work is done: nothing is left to hand on or to take back. */
export async function settle(world: World): Promise<string[]> {
  const at = world.copy.clock.now();
  await sweepGrants(world.core);
  for (let round = 1; round <= 2; round++) {
    for (const { id } of world.cast.players) {
      const isInOffice = world.facts.mandates.some((one) => one.person === id);
      if (!isInOffice && casesOf(world.facts, id, at).size === 0) continue;
      const session = await signedIn(world, playerBy(world, id));
      await arrive(world.core, session);
      if (isInOffice) await confirmShares(world.core, session);
    }
  }
  await sweepGrants(world.core);
  const found = await disagreements(world, {}, at);
  for (const file of world.facts.files) {
    const rows = await caseRows(world.copy, file.id);
    const readers = readersOf(world.facts, file, world.copy.clock.now());
    const remaining = ({ epoch }: Pair) => rows.live.some((one) => one.epoch === epoch && one.person !== file.referrer && readers.get(epoch)?.has(one.person));
    found.push(...file.places.filter(({ kind, subject, until }) => kind === 'notes' && subject && until === null && notesUntil(world.facts, file, subject, at)).map(() => 'notes of somebody long gone have no last day'));
    found.push(...rows.stale.map((pair) => `${tell(world, file, pair)} is still stale`), ...rows.due.filter(remaining).map((pair) => `${tell(world, file, pair)} is still due`));
  }

  return found;
}

/** Whoever may read opens exactly that, and everybody else finds nothing. */
export async function openings(world: World): Promise<string[]> {
  const found: string[] = [];
  for (const file of world.facts.files) {
    const rows = await caseRows(world.copy, file.id);
    const readers = readersOf(world.facts, file, world.copy.clock.now());
    for (const player of world.cast.players) {
      const mine = (epoch: string) => readers.get(epoch)?.has(player.id) && rows.live.some((one) => one.epoch === epoch && one.person === player.id);
      const expected = new Set(rows.items.filter(({ epoch_id }) => mine(epoch_id)).map(({ id }) => id));
      const opened = await reveal(world.core, await signedIn(world, player), file.id).catch(nothing);
      found.push(...same(`texts that ${player.name} opens`, expected, new Set(opened.map(({ id }) => id))));
      found.push(...opened.filter(({ id, text }) => world.texts.has(id) && world.texts.get(id) !== text).map(() => `${player.name} opened another text`));
    }
  }

  return found;
}

/** In a world without forgers, no signature is doubted. */
export async function suspicions({ copy, core }: World, root: RootKeys): Promise<string[]> {
  const alarms = await alarmsOf(copy.superuser, core.secrets.deployment.id, root);

  return alarms.filter(({ act }) => act !== 'one-holder-left').map(({ act }) => `the journal has an alarm: ${act}`);
}

function walls(world: World, file: File, rows: CaseRows, readers: Readers, sights: Map<string, Sight>): string[] {
  return file.places.flatMap((place) => place.epochs.flatMap((epoch) => world.cast.players.flatMap(({ id: person }) => {
    const allowed = readers.get(epoch.id)?.has(person) ?? false;
    const sight = sights.get(person);
    const what = tell(world, file, { epoch: epoch.id, person });
    const written = rows.items.some(({ epoch_id }) => epoch_id === epoch.id);

    return [
      ...(sight?.epochs.has(epoch.id) !== allowed ? [`${what} is ${allowed ? 'allowed but not seen' : 'seen but not allowed'}`] : []),
      ...(sight?.written.has(epoch.id) !== (allowed && written) ? [`items of ${what} are ${allowed ? 'hidden' : 'seen'}`] : []),
    ];
  })));
}

function queues(world: World, file: File, rows: CaseRows, readers: Readers): string[] {
  const allowed = new Set([...readers].flatMap(([epoch, persons]) => [...persons].map((person) => `${epoch} ${person}`)));
  const live = new Set(rows.live.map(name));
  const without = (one: Set<string>, other: Set<string>) => new Set([...one].filter((pair) => !other.has(pair)));

  return [
    ...same('grants_due', without(allowed, live), new Set(rows.due.map(name))),
    ...same('grants_stale', without(live, allowed), new Set(rows.stale.map(name))),
    ...rows.stale.filter(({ person }) => !endedByDate(world, person)).map((pair) => `${tell(world, file, pair)} was left behind by a deed`),
  ];
}

/** Rows may be stale only where a date, and no deed, ended what somebody was, or their time to read their own papers. */
function endedByDate({ facts, copy }: World, person: string): boolean {
  const now = copy.clock.now();

  return facts.mandates.some((one) => one.person === person && one.to <= now) || facts.absences.some((one) => one.deputy === person && one.until <= now) || facts.files.some(({ handOver }) => handOver?.to === person && handOver.until <= now) || facts.files.some(({ places }) => places.some(({ subject, until }) => subject === person && until !== null && until <= now));
}

/** An open epoch was never held by anybody who may not read it now, unless the sweep has yet to come. */
function shutOut(world: World, file: File, rows: CaseRows, readers: Readers): string[] {
  const stale = new Set(rows.stale.map(name));

  return file.places.flatMap((place) => place.epochs.filter(({ closed }) => closed === null).flatMap((epoch) =>
    [...(world.everHeld.get(epoch.id) ?? [])]
      .filter((person) => !readers.get(epoch.id)?.has(person) && !stale.has(name({ epoch: epoch.id, person })))
      .map((person) => `${tell(world, file, { epoch: epoch.id, person })} was left, and the epoch is still open`),
  ));
}

type Acted = { file: File; rows: CaseRows; readers: Readers; by: string; before: ReadonlyMap<string, Set<string>>; at: Date };

/** What whoever acted holds is due to nobody any more, and is open again if it was shut when they came. An institution, which sees no case, hands nothing on. */
function handedOn(world: World, { file, rows, readers, by, before, at }: Acted): string[] {
  const holds = (epoch: EpochFacts) => before.get(epoch.id)?.has(by) && readers.get(epoch.id)?.has(by) && rows.live.some((one) => one.epoch === epoch.id && one.person === by);

  if (file.referrer === by) return [];

  return file.places.flatMap((place) => {
    const last = place.epochs.at(-1);
    const waiting = rows.due.filter(({ epoch, person }) => place.epochs.some((one) => one.id === epoch && holds(one)) && !waitsForShare(world, file, rows, place, epoch, person, readers));
    const others = last ? [...(readers.get(last.id) ?? [])].filter((person) => person !== by && !waitsForShare(world, file, rows, place, last.id, person, readers)) : [];

    return [
      ...waiting.map((pair) => `${tell(world, file, pair)} is due though ${playerBy(world, by).name} holds it`),
      ...(last?.closed && last.closed < at && holds(last) && others.length > 0 ? [`${tell(world, file, { epoch: last.id, person: by })} stayed shut`] : []),
    ];
  });
}

/** A member of the office reads through its shared key, which another hands them on a page, never silently. */
function waitsForShare(world: World, file: File, rows: CaseRows, place: Place, epoch: string, person: string, readers: Readers): boolean {
  const facts = place.epochs.find(({ id }) => id === epoch);
  const reading = facts ? standingsIn(world.facts, file, world.copy.clock.now()).filter((held) => held.person === person && reads(held, place, facts)) : [];
  const intake = reading.find(({ standing }) => standing === 'register' || standing === 'request')?.standing;

  return rows.officeKeys.some(({ office_id, use, holders }) => office_id === file.office && use === intake && holders.length > 0 && !holders.includes(person) && holders.every((one) => readers.get(epoch)?.has(one)));
}

function tell(world: World, file: File, { epoch, person }: Pair): string {
  const place = file.places.find(({ epochs }) => epochs.some(({ id }) => id === epoch));
  const number = place?.epochs.find(({ id }) => id === epoch)?.number;

  return `${place?.kind} ${number} (case ${world.facts.files.indexOf(file) + 1}) for ${world.cast.players.find(({ id }) => id === person)?.name ?? 'somebody else'}`;
}

function same(what: string, expected: ReadonlySet<string>, found: ReadonlySet<string> = new Set()): string[] {
  const missing = [...expected].filter((one) => !found.has(one)).length;
  const excess = [...found].filter((one) => !expected.has(one)).length;

  return missing + excess === 0 ? [] : [`${what}: ${missing} missing, ${excess} too many`];
}

function nothing(error: unknown): Revealed[] {
  if (error instanceof Problem && error.code === 'not-found') return [];

  throw error;
}

function name({ epoch, person }: Pair): string {
  return `${epoch} ${person}`;
}
