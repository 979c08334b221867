import type { HeldStanding } from '../../policies/access.ts';
import { decideRead } from '../../policies/decide.ts';
import type { CompartmentKind, Role, Standing } from '../../policies/vocabulary.ts';

/**
 * What happened, as a clerk beside the service would note it: no SQL, no keys, no row of the service. From it alone the
 * model says who reads what, in the words of design 4; the three walls are compared with that.
 */
export type Facts = { mandates: Mandate[]; absences: Absence[]; files: File[] };

/** Away from an office; `by` said so. Ended early, it was until then. */
export type Absence = { id: string; office: string; person: string; deputy: string; by: string; from: Date; until: Date };

export type Mandate = { id: string; person: string; office: string; role: Role; from: Date; to: Date; relieved: Date | null };

export type File = {
  id: string;
  office: string;
  isLocal: boolean;
  /** Whoever filed it; of a case that came by referral, the regional mediator until it is answered. */
  author: string | null;
  /** Whoever signed and wrote for an institution: reads that account until somebody has taken charge once, and sees no case. */
  referrer?: string | null;
  /** The request came on paper: whoever accepts for its first party is its author from then on. */
  isOnPaper?: boolean;
  /** The case below, of one that came by referral. */
  lower: string | null;
  /** `left`: since when a party takes part no longer, and reads only what is its own. */
  parties: { id: string; person: string | null; since: Date; left: Date | null }[];
  inCharge: { person: string; since: Date } | null;
  /** Offered to a colleague, who has not answered. */
  handOver: { from: string; to: string; since: Date; until: Date } | null;
  recused: Set<string>;
  seats: { person: string; answer: 'none' | 'link' | null; seated: boolean; since: Date }[];
  delegates: { designation: string; person: string; since: Date; ended: boolean }[];
  /** Parties that have used their one challenge. */
  challengers: Set<string>;
  transferred: boolean;
  places: Place[];
};

/** A compartment and its epochs; `since` of one's own papers is when they were begun. */
export type Place = { id: string; kind: CompartmentKind; subject: string | null; since: Date; until: Date | null; epochs: EpochFacts[] };
export type EpochFacts = { id: string; number: number; audience: 'preparation' | 'mediation'; openedAt: Date; closed: Date | null };

/** Who reads which epoch of a case: epoch id -> persons. */
export type Readers = Map<string, Set<string>>;

export function readersOf(facts: Facts, file: File, at: Date): Readers {
  const held = standingsIn(facts, file, at);
  const persons = [...new Set(held.map(({ person }) => person))];

  return new Map(
    file.places.flatMap((place) =>
      place.epochs.map((epoch): [string, Set<string>] => [
        epoch.id,
        new Set(persons.filter((person) => decideRead(held.filter((one) => one.person === person), place, epoch).allow)),
      ]),
    ),
  );
}

/** What each person is to a case at an instant. */
export function standingsIn(facts: Facts, file: File, at: Date): HeldStanding[] {
  return [...partiesOf(file), ...officersOf(facts, file, at), ...papersOf(file, at)];
}

/** The cases that exist for a person: any standing but that of author of one's own papers. */
export function casesOf(facts: Facts, person: string, at: Date): Set<string> {
  return new Set(facts.files.filter((file) => standingsIn(facts, file, at).some((held) => held.person === person && held.standing !== 'self' && held.standing !== 'referrer')).map(({ id }) => id));
}

/** Whether a person holds one of these roles in an office at an instant. */
export function isInOffice(facts: Facts, person: string, office: string, roles: readonly Role[], at: Date): boolean {
  return facts.mandates.some((one) => one.person === person && one.office === office && roles.includes(one.role) && isLive(one, at));
}

/** The last instant of their notes, of somebody whose mandates in the office have all ended: thirty days later. */
export function notesUntil(facts: Facts, file: File, person: string, at: Date): { until: Date; byRelief: boolean } | undefined {
  const held = facts.mandates.filter((one) => one.person === person && one.office === file.office);
  const last = held.map(({ to, relieved }) => ({ end: relieved && relieved < to ? relieved : to, byRelief: relieved !== null && relieved < to })).sort((one, other) => other.end.getTime() - one.end.getTime())[0];
  if (!last || last.end > at) return undefined;

  return { until: new Date(last.end.getTime() + 30 * 86_400_000), byRelief: last.byRelief };
}

function partiesOf({ parties, author, referrer }: File): HeldStanding[] {
  const represented = parties.flatMap(({ id, person, since, left }): HeldStanding[] => {
    if (!person) return [];

    return left ? [{ person, standing: 'former-party', subject: id, since: left }] : [{ person, standing: 'party', subject: id, since }];
  });

  return [
    ...represented,
    ...(author ? [{ person: author, standing: 'requester' as const, subject: null, since: new Date(0) }] : []),
    ...(referrer ? [{ person: referrer, standing: 'referrer' as const, subject: null, since: new Date(0) }] : []),
  ];
}

/** Officers: nobody once the case is above; nobody recused; nobody whose mandate has ended. */
function officersOf(facts: Facts, file: File, at: Date): HeldStanding[] {
  if (file.transferred) return [];
  const as = (person: string, standing: Standing, roles: readonly Role[], since = new Date(0)): HeldStanding[] =>
    !file.recused.has(person) && isInOffice(facts, person, file.office, roles, at) ? [{ person, standing, subject: null, since }] : [];
  const members = [...new Set(facts.mandates.filter(({ office }) => office === file.office).map(({ person }) => person))];
  const charged = file.inCharge;

  return [
    ...members.flatMap((person) => as(person, 'presiding', presides)),
    ...members.flatMap((person) => as(person, 'secretary', ['secretary'])),
    ...(charged ? as(charged.person, 'in-charge', presides, charged.since) : members.flatMap((person) => [...as(person, 'register', [...presides, 'secretary']), ...as(person, 'request', presides)])),
    ...facts.absences.filter((one) => one.office === file.office && one.person === charged?.person && one.from <= at && at < one.until && !isApart(file, one.deputy)).flatMap(({ deputy, from }) => as(deputy, 'stand-in', presides, from)),
    ...(file.handOver && file.handOver.from === charged?.person && at < file.handOver.until ? as(file.handOver.to, 'successor', presides, file.handOver.since) : []),
    ...(charged && file.isLocal ? members.filter((person) => person !== charged.person).flatMap((person) => as(person, 'alternate', ['conciliator', 'deputy'])) : []),
    ...file.seats.flatMap(({ person, answer, seated }) => [
      ...as(person, 'convened', peers),
      ...(answer === 'none' ? as(person, 'named', peers) : []),
      ...(seated ? as(person, 'seated', peers) : []),
    ]),
    ...file.delegates.flatMap(({ person, since, ended }) => (ended ? [] : as(person, 'delegate', ['member', 'mediator', 'deputy'], since))),
  ];
}

function papersOf({ places }: File, at: Date): HeldStanding[] {
  return places.flatMap(({ kind, subject, since, until }) =>
    subject && (kind === 'notes' || kind === 'declaration') && (until === null || until > at) ? [{ person: subject, standing: 'self' as const, subject, since }] : [],
  );
}

/** A party, or somebody asked to sit, stands in for nobody in that case. */
function isApart({ parties, seats }: File, person: string): boolean {
  return [...parties, ...seats].some((one) => one.person === person);
}

export const presides: readonly Role[] = ['mediator', 'deputy', 'conciliator'];
const peers: readonly Role[] = ['member', 'deputy'];

function isLive({ from, to, relieved }: Mandate, at: Date): boolean {
  return from <= at && at < to && (relieved === null || at < relieved);
}
