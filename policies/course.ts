import type { HeldStanding } from './access.ts';
import type { Standing, State, Tier } from './vocabulary.ts';

/** What happens in a case, as a timeline tells it: dated facts, never content. */
export const courseEvents = [
  'received',
  'acknowledged',
  'taken-in-charge',
  'notices-sent', // that letters to those whom the texts name were drawn up, and nothing more
  'convened',
  'object-agreed',
  'opened',
  'joined',
  'consented',
  'refused',
  'all-consented',
  'designated',
  'designation-ended',
  'challenged',
  'challenge-waived',
  'begun',
  'room-opened',
  'interview',
  'plenary',
  'conciliation-meeting',
  'letter',
  'agreement-proposed',
  'signed',
  'agreed',
  'transmitted',
  'evaluated',
  'ended',
  'referred',
  'referral-answered',
] as const;
export type CourseEvent = (typeof courseEvents)[number];

const mediators = ['in-charge', 'delegate', 'alternate'] as const;
const office = [...mediators, 'secretary', 'register', 'request', 'presiding'] as const;
const everybody = ['party', ...office] as const;
const body = ['convened', 'named', 'seated'] as const;

type Knowing = { by: readonly Standing[]; own?: true };

/**
 * Who is told of what (Ch 9 [C]; the lists are ours [I]). `own`: a party is told of what is theirs alone, so that nobody
 * learns from a timeline what another answered, said apart, or did against a mediator.
 */
export const toldOf: Record<CourseEvent, Knowing> = {
  received: { by: [...everybody, 'requester', ...body] },
  acknowledged: { by: [...everybody, 'requester', ...body] },
  'taken-in-charge': { by: everybody },
  'notices-sent': { by: everybody },
  convened: { by: [...everybody, ...body] },
  'object-agreed': { by: ['party', ...mediators], own: true },
  opened: { by: [...everybody, 'requester', ...body] },
  joined: { by: ['party', ...office], own: true },
  consented: { by: ['party', ...office], own: true },
  refused: { by: ['party', ...office], own: true },
  'all-consented': { by: everybody },
  designated: { by: everybody },
  'designation-ended': { by: everybody },
  challenged: { by: ['party', 'in-charge'], own: true },
  'challenge-waived': { by: ['party', ...mediators], own: true },
  begun: { by: everybody },
  'room-opened': { by: ['party', ...mediators] },
  interview: { by: ['party', ...mediators], own: true },
  plenary: { by: ['party', ...mediators] },
  'conciliation-meeting': { by: ['party', ...mediators] },
  letter: { by: ['party', ...mediators], own: true },
  'agreement-proposed': { by: ['party', ...mediators] },
  signed: { by: ['party', ...office], own: true },
  agreed: { by: everybody },
  transmitted: { by: everybody },
  evaluated: { by: everybody },
  ended: { by: [...everybody, 'requester', ...body] },
  referred: { by: everybody },
  'referral-answered': { by: everybody },
};

/** Whether somebody of these standings is told of an event; `party`: whose it is, if it is somebody's. */
export function isTold(standings: readonly Pick<HeldStanding, 'standing' | 'subject'>[], event: CourseEvent, party: string | null): boolean {
  const { by, own } = toldOf[event];

  return standings.some(({ standing, subject }) => by.includes(standing) && (!own || standing !== 'party' || subject === party));
}

const over: readonly State[] = ['closed', 'redirected', 'inadmissible', 'settled', 'not_opened', 'refused', 'withdrawn', 'ended', 'transferred'];

/** Whether nothing more is awaited from anybody: an agreement is still followed up, but at the local tier it ends the case. */
export function isOver({ tier, state }: { tier: Tier; state: State }): boolean {
  return over.includes(state) || (tier === 'local' && state === 'agreed');
}
