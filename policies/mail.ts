import { readers, type HeldStanding } from './access.ts';
import type { Act } from './lifecycle.ts';
import type { CompartmentKind, Standing, State } from './vocabulary.ts';

/** `at`: only once the act has led to this state. `isNew`: only those to whom the act gave the standing. */
export type Awaited = { act: Act; of: Standing; at?: State; isNew?: true };

/** After which act somebody has something to do, and who (web.md 18). Texts for a party need no line: see `concernedBy`. */
export const awaited: readonly Awaited[] = [
  { act: 'transmit', of: 'secretary' }, // print the copies
  { act: 'decide-held-notice', of: 'secretary' }, // print, or file away
  { act: 'convene', of: 'convened', isNew: true }, // declare interests
  { act: 'seat', of: 'seated', isNew: true }, // give advice
  { act: 'decide-to-open', of: 'party' }, // consent or refuse
  { act: 'propose-conciliation', of: 'party' },
  { act: 'consent', of: 'in-charge', at: 'consented' }, // designate
  { act: 'designate', of: 'delegate', isNew: true }, // begin
  { act: 'designate', of: 'party' }, // challenge or waive
  { act: 'challenge', of: 'in-charge' }, // designate another
  { act: 'declare-litigation', of: 'in-charge' }, // review it
  { act: 'propose-agreement', of: 'party' }, // sign
  { act: 'propose-extension', of: 'party' }, // agree to it
  { act: 'continue-without', of: 'party' }, // consent anew
  { act: 'withdraw', of: 'in-charge' }, // go on with those who remain, or not
  { act: 'offer-hand-over', of: 'successor', isNew: true }, // accept or decline
  { act: 'sign-agreement', of: 'in-charge', at: 'agreed' }, // transmit
];

/** What happened in a case: who acted, which compartments received a text, who is what before and after. */
export type Happening = {
  act: Act;
  actor: string;
  state: State;
  places: readonly { kind: CompartmentKind; subject?: string | null }[];
  before: readonly HeldStanding[];
  after: readonly HeldStanding[];
};

/** Whom to tell that something awaits them: parties for whom a text was written, and those the table names; never whoever acted. */
export function concernedBy(happening: Happening): string[] {
  const { actor, after, places } = happening;
  const concerned = after.filter((held) => places.some((place) => isForParty(held, place)) || isAwaited(held, happening));

  return [...new Set(concerned.map(({ person }) => person))].filter((person) => person !== actor).sort();
}

function isForParty({ standing, subject }: HeldStanding, place: Happening['places'][number]): boolean {
  return standing === 'party' && readers[place.kind].some((reader) => reader.standing === 'party' && (!reader.own || subject === (place.subject ?? null)));
}

function isAwaited({ person, standing }: HeldStanding, { act, state, before }: Happening): boolean {
  const had = before.some((held) => held.person === person && held.standing === standing);

  return awaited.some((one) => one.act === act && one.of === standing && (!one.at || one.at === state) && !(one.isNew && had));
}

const minute = 60_000;
const hour = 60 * minute;

/** Two mails to one person are at least this far apart. */
export const quietTime = hour;

/** How long a mail is tried before the service gives up and raises an alarm. */
export const patience = 72 * hour;

/** From this hour (UTC) whoever runs cases may be told, once a day, that several await them. */
export const digestHour = 5;

/** A date is near, for the digest, this long before it. */
export const nearTime = 72 * hour;

/** The pause after a try that may have failed: two minutes, then twice as long each time, eight hours at most. */
export function pauseAfter(tries: number): number {
  return Math.min(minute * 2 ** Math.min(tries, 20), 8 * hour);
}
