import { isTold, type CourseEvent } from '../../policies/course.ts';
import type { HeldStanding } from '../../policies/access.ts';
import type { State } from '../../policies/vocabulary.ts';

/** One dated fact. `party`: whose it is; `person`: which official it is about; `code`: how it ended, or which function. */
export type TimelineEvent = { event: CourseEvent; at: string; party: string | null; person: string | null; code: string | null };

type Dated = { at: Date };
type OfParty = Dated & { party: string };

/** The facts of a case that make its course, as rows give them. */
export type CaseHistory = {
  state: State;
  outcome: string | null;
  receivedAt: Date;
  acknowledgedAt: Date | null;
  inCharge: string | null;
  chargedAt: Date | null;
  consentedAt: Date | null;
  closedAt: Date | null;
  /** When notices of the request, and copies of the agreement, were drawn up. */
  notices: readonly (Dated & { subject: 'request' | 'agreement' })[];
  convenedAt: readonly Date[];
  objectAgreements: readonly OfParty[];
  answersAskedAt: Date | null;
  joined: readonly OfParty[];
  answers: readonly (OfParty & { answer: 'consent' | 'refuse' })[];
  designations: readonly (Dated & { person: string; endedAt: Date | null })[];
  challenges: readonly (OfParty & { person: string | null })[];
  waivers: readonly OfParty[];
  begunAt: Date | null;
  roomOpenedAt: Date | null;
  meetings: readonly { kind: 'interview' | 'plenary' | 'conciliation'; party: string | null; heldOn: string }[];
  letters: readonly (OfParty & { kind: string })[];
  proposals: readonly Dated[];
  /** Of the text proposed last. */
  signatures: readonly OfParty[];
  evaluations: readonly Dated[];
  referrals: readonly { madeAt: Date; answeredAt: Date | null; state: string; isFromHere: boolean }[];
};

/** The course of a case for somebody of these standings, newest first: what they may know, and nothing of the rest. */
export function timelineOf(history: CaseHistory, standings: readonly Pick<HeldStanding, 'standing' | 'subject'>[]): TimelineEvent[] {
  return everyEvent(history)
    .filter(({ event, party }) => isTold(standings, event, party))
    .sort((one, other) => moment(other) - moment(one));
}

/** A meeting is known by its day alone, and is told after what else that day brought. */
function moment({ at }: TimelineEvent): number {
  return Date.parse(at.length === 10 ? `${at}T23:59:59Z` : at);
}

/** In the order of a course, reversed: what happened at one instant is told with the last of it first. */
function everyEvent(history: CaseHistory): TimelineEvent[] {
  const { state, outcome, signatures } = history;
  const isAgreed = agreedStates.includes(state) && signatures.length > 0;
  const events = [
    ...once('received', history.receivedAt),
    ...once('acknowledged', history.acknowledgedAt),
    ...once('taken-in-charge', history.chargedAt, { person: history.inCharge }),
    ...firstOf('notices-sent', history.notices.filter(({ subject }) => subject === 'request')),
    ...firstOf('convened', history.convenedAt.map((at) => ({ at }))),
    ...history.objectAgreements.flatMap(({ at, party }) => once('object-agreed', at, { party })),
    ...once('opened', history.answersAskedAt),
    ...history.joined.flatMap(({ at, party }) => once('joined', at, { party })),
    ...history.answers.flatMap(({ at, party, answer }) => once(answer === 'consent' ? 'consented' : 'refused', at, { party })),
    ...once('all-consented', history.consentedAt),
    ...history.designations.flatMap(({ at, person }) => once('designated', at, { person })),
    ...history.designations.flatMap(({ endedAt, person }) => once('designation-ended', endedAt, { person })),
    ...history.challenges.flatMap(({ at, party, person }) => once('challenged', at, { party, person })),
    ...history.waivers.flatMap(({ at, party }) => once('challenge-waived', at, { party })),
    ...once('begun', history.begunAt),
    ...once('room-opened', history.roomOpenedAt),
    ...history.meetings.map(({ kind, party, heldOn }) => ({ event: kind === 'conciliation' ? ('conciliation-meeting' as const) : kind, at: heldOn, party, person: null, code: null })),
    ...history.letters.flatMap(({ at, party, kind }) => once('letter', at, { party, code: kind })),
    ...history.proposals.flatMap(({ at }) => once('agreement-proposed', at)),
    ...signatures.flatMap(({ at, party }) => once('signed', at, { party })),
    ...(isAgreed ? once('agreed', lastOf(signatures)) : []),
    ...firstOf('transmitted', history.notices.filter(({ subject }) => subject === 'agreement')),
    ...history.evaluations.flatMap(({ at }) => once('evaluated', at)),
    ...(state === 'agreed' ? [] : once('ended', history.closedAt, { code: outcome ?? state })),
    ...history.referrals.flatMap(({ madeAt, isFromHere }) => (isFromHere ? once('referred', madeAt) : [])),
    ...history.referrals.flatMap(({ answeredAt, state: answer }) => once('referral-answered', answeredAt, { code: answer })),
  ];

  return events.reverse();
}

const agreedStates: readonly State[] = ['agreed', 'partly_agreed', 'follow_up', 'closed'];

function once(event: CourseEvent, at: Date | null, facts: Partial<TimelineEvent> = {}): TimelineEvent[] {
  return at === null ? [] : [{ event, at: at.toISOString(), party: null, person: null, code: null, ...facts }];
}

function firstOf(event: CourseEvent, dated: readonly Dated[]): TimelineEvent[] {
  return dated.length === 0 ? [] : once(event, new Date(Math.min(...dated.map(({ at }) => at.getTime()))));
}

function lastOf(dated: readonly Dated[]): Date | null {
  return dated.length === 0 ? null : new Date(Math.max(...dated.map(({ at }) => at.getTime())));
}
