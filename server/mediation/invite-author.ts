import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { authorOnPaper } from './author-on-paper.ts';
import { inviteParty, refuseUnlessWaiting, type Invited } from './invite.ts';

/**
 * Whoever is in charge invites the author of a request on paper to their own file, from its receipt on: accepting makes
 * them the party and the requester they have been all along.
 * @throws Problem `not-found` (also when the request did not come on paper), `wrong-state`, `acted-first` once they have come
 */
export async function inviteAuthor(core: Core, session: Session, caseId: string, { letter }: { letter: string }): Promise<Invited> {
  const party = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => authorOnPaper(tx, caseId), { caseId });
  if (party === null) throw new Problem('not-found');

  return inviteParty(core, session, caseId, { party, letter }, 'invite-author', async (tx, view) => {
    await refuseUnlessWaiting(tx, view, party);

    return { 'two-holders': true };
  });
}
