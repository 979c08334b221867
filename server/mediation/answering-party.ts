import type { Tier } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { loadCase } from './keys/view.ts';
import { ownParty } from './own-party.ts';

/**
 * For which party somebody answers, and at which tier; the party is null for somebody of the case who is none, whom the
 * deed itself then refuses.
 * @throws Problem `not-found` out of reach, `invalid-body` when they must say which
 */
export async function answeringParty(core: Core, session: Session, caseId: string, wanted?: string): Promise<{ tier: Tier; party: string | null }> {
  return refusing(core, session, 'answer', async () => {
    const view = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => loadCase(tx, caseId), { caseId });
    if (!view) throw new Problem('not-found');
    const isParty = view.standings.some(({ person, standing }) => person === session.person && standing === 'party');

    return { tier: view.row.tier, party: isParty ? ownParty(view, session.person, wanted) : null };
  });
}
