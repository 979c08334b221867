import { committeeProgress } from '../../../mediation/committee-progress.ts';
import { listSittings } from '../../../mediation/list-sittings.ts';
import { isOneOf, readOnce, type About } from '../../about.ts';

/** Whoever is called to sit on a case, and has no part in running it. */
export function isMember(about: About): boolean {
  return isOneOf(about, 'convened') && !isOneOf(about, 'in-charge', 'stand-in', 'successor', 'register', 'secretary', 'delegate', 'party');
}

/** A member who sits. */
export function isSeated(about: About): boolean {
  return isMember(about) && isOneOf(about, 'seated');
}

/** The numbers of the examination, and where one's own advice lies. */
export const progressOf = readOnce(({ core, session, caseId }) => committeeProgress(core, session, caseId));

/** The next sitting that holds this case. */
export const sittingOf = readOnce(async ({ core, session, caseId }) => (await listSittings(core, session)).find(({ cases }) => cases.some((one) => one.case === caseId)));

/** Whether whoever looks may open something of this kind. */
export function mayOpen({ facts }: About, wanted: 'convocation-names' | 'summary' | 'deliberation'): boolean {
  return facts.readable.some(({ kind }) => kind === wanted);
}

/** What whoever looks has answered to the convocation. */
export function ownAnswer({ facts, session }: About) {
  return facts.seats.find(({ person }) => person === session.person)?.answer ?? null;
}
