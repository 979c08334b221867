import { asc, desc, eq } from 'drizzle-orm';
import { challenge, consent, evaluation, invitation, meeting, party, request } from '../../db/schema/index.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { examination } from './body-examined.ts';
import { loadCase, standingsOf, type CaseView } from './keys/view.ts';
import { isObjectAgreed } from './object-agreed.ts';

export type CaseCourse = Awaited<ReturnType<typeof caseCourse>>;

/** Who sees how a case goes: those who run it. */
const runningStandings = ['register', 'secretary', 'presiding', 'in-charge', 'alternate', 'delegate'] as const satisfies readonly Standing[];

/**
 * How a case goes, for those who run it, without content: what each party has answered, what the committee has given, who
 * met when, and the names of those in office who have a part in it.
 * @throws Problem `not-found` out of reach, and for a party or a member who only sits
 */
export async function caseCourse(core: Core, session: Session, caseId: string) {
  return refusing(core, session, 'look', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const view = await loadCase(tx, caseId);
      if (!view || !isRunBy(view, session.person)) throw new Problem('not-found');
      const inOffice = view.standings.filter(({ standing }) => standing !== 'party' && standing !== 'requester').map(({ person }) => person);
      const [parties, consents, invitations, challenges, meetings, evaluations, requests, body, isAgreed, names] = await Promise.all([
        tx.select().from(party).where(eq(party.caseId, caseId)).orderBy(asc(party.ordinal)),
        tx.select().from(consent).where(eq(consent.caseId, caseId)),
        tx.select().from(invitation).where(eq(invitation.caseId, caseId)).orderBy(desc(invitation.createdAt)),
        tx.select().from(challenge).where(eq(challenge.caseId, caseId)),
        tx.select().from(meeting).where(eq(meeting.caseId, caseId)).orderBy(desc(meeting.heldOn)),
        tx.select().from(evaluation).where(eq(evaluation.caseId, caseId)).orderBy(asc(evaluation.at)),
        tx.select().from(request).where(eq(request.caseId, caseId)),
        examination(tx, view, core.clock()),
        isObjectAgreed(tx, view),
        namesOf(tx, core, [...inOffice, ...view.acts.map(({ authorId }) => authorId)]),
      ]);
      const requesters = view.standings.filter(({ standing }) => standing === 'requester').map(({ person }) => person);

      return {
        names,
        isObjectWritten: view.compartments.some(({ kind }) => kind === 'object'),
        isObjectAgreed: isAgreed,
        isRoomOpen: view.compartments.some(({ kind }) => kind === 'room'),
        request: { capacity: requests[0]?.capacity ?? null, priorStep: requests[0]?.priorStep ?? null },
        referral: view.referral && { state: view.referral.state, ground: view.referral.ground },
        ...body,
        parties: parties.map(({ id, ordinal, litigation, challengeWaivedAt }) => {
          const answer = consents.find(({ partyId }) => partyId === id);
          const invited = invitations.find(({ partyId }) => partyId === id);
          const represented = view.standings.filter(({ standing, subject }) => standing === 'party' && subject === id);

          return {
            party: id, ordinal, litigation,
            representatives: represented.map(({ person }) => person),
            isRepresented: represented.length > 0,
            isRequester: represented.some(({ person }) => requesters.includes(person)),
            answer: answer ? { given: answer.answer, at: answer.at } : null,
            invitation: invited ? { state: invited.state, createdAt: invited.createdAt, expiresAt: invited.expiresAt } : null,
            challenge: challenges.some(({ partyId }) => partyId === id) ? ('used' as const) : challengeWaivedAt ? ('waived' as const) : null,
          };
        }),
        meetings: meetings.map(({ id, kind, partyId, heldOn, itemId, recordedBy }) => ({ meeting: id, kind, party: partyId, heldOn, item: itemId, recordedBy })),
        evaluations: evaluations.map(({ afterMonths, outcome, at }) => ({ afterMonths, outcome, at })),
      };
    }, { caseId }));
}

export function isRunBy(view: CaseView, person: string): boolean {
  return standingsOf(view, person).some((standing) => (runningStandings as readonly Standing[]).includes(standing));
}
