import type { Role, Standing } from './vocabulary.ts';

/**
 * Acts that give reach, and who may sign each (design 4: a row never entitles). An act counts only if its author held,
 * by mandate or by an earlier act, one of these; what it gives goes to its subject, or to its author.
 */
export type ReachAct = {
  /** A mandate in the case's office that suffices. */
  mandate?: readonly Role[];
  /** A standing proven by an earlier act in the case. */
  standing?: readonly Standing[];
  /** The case's own id names its author (see `foundedCase`): nobody else can ever have begun it. */
  founder?: true;
  /** Only the author of this founding act. */
  after?: 'refer-up';
  /** Not for whoever stands in for the person in charge. */
  inPerson?: true;
  /** Only whom this founding act names as its second hand; what it gives goes to both. */
  seconds?: 'refer-jointly';
  /** A mandate in another office: the regional mediator who refers. */
  elsewhere?: readonly Role[];
  /** The author proves themselves with the key of a valid invitation. */
  invitation?: true;
  gives: readonly Standing[];
  to: 'author' | 'subject' | 'nobody';
};

const presiding = ['mediator', 'deputy', 'conciliator'] as const;

export const reachActs = {
  file: { founder: true, gives: ['requester', 'party'], to: 'author' },
  'refer-up': { founder: true, elsewhere: ['mediator', 'deputy'], gives: ['requester'], to: 'author' },
  enter: { founder: true, mandate: ['secretary'], gives: ['clerk'], to: 'author' }, // for somebody without account: no part in the case
  refer: { founder: true, elsewhere: ['referrer'], gives: ['referrer'], to: 'author' },
  'refer-jointly': { founder: true, elsewhere: ['referrer'], gives: [], to: 'nobody' }, // nothing by itself: D art. 6
  cosign: { seconds: 'refer-jointly', elsewhere: ['referrer'], gives: ['referrer'], to: 'author' },
  represent: { after: 'refer-up', gives: ['party'], to: 'subject' }, // the upper case names its parties again
  'take-charge': { mandate: presiding, gives: ['in-charge'], to: 'author' },
  'offer-hand-over': { standing: ['in-charge'], inPerson: true, gives: ['successor'], to: 'subject' },
  'accept-hand-over': { standing: ['successor'], gives: ['in-charge'], to: 'author' }, // and ends the place of its subject
  // About an office, not one case: they give a place in each case their subject has in charge, between their dates.
  'declare-absence': { standing: ['in-charge'], inPerson: true, gives: ['stand-in'], to: 'subject' },
  'record-absence': { mandate: [...presiding, 'secretary'], gives: ['stand-in'], to: 'subject' },
  join: { standing: ['in-charge'], gives: ['party'], to: 'subject' }, // the case that is kept names the parties of the other
  invite: { standing: ['in-charge'], gives: [], to: 'nobody' },
  accept: { invitation: true, gives: ['party'], to: 'author' },
  convene: { standing: ['in-charge'], mandate: ['secretary'], gives: ['convened', 'named'], to: 'subject' },
  seat: { standing: ['in-charge'], gives: ['seated'], to: 'subject' },
  designate: { standing: ['in-charge'], gives: ['delegate'], to: 'subject' },
} as const satisfies Record<string, ReachAct>;
export type ReachActKind = keyof typeof reachActs;

/** Standings that a mandate alone proves, without an act in the case. */
export const provenByMandate = {
  register: ['mediator', 'deputy', 'conciliator', 'secretary'],
  request: presiding,
  secretary: ['secretary'],
  alternate: ['conciliator', 'deputy'],
  presiding,
} as const satisfies Partial<Record<Standing, readonly Role[]>>;
