import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { invitation, representative, request } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { authorOnPaper } from './author-on-paper.ts';
import type { CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { paperDays, paperGuards, paperPlace, recordPaper, type Paper } from './paper-entry.ts';

/**
 * The secretary enters a withdrawal received on paper, without a reason (Ch 9 [C]): of the request, by whoever asked, before
 * everybody has consented; of any party from then on. Open links die.
 * @throws Problem `not-found`, `wrong-state` for another party too early, `conflict-declared`, `invalid-body`
 */
export async function enterWithdrawal(core: Core, session: Session, caseId: string, paper: Paper): Promise<{ state: 'withdrawn'; entry: string }> {
  const actId = randomUUID();
  let place: CaseParties | undefined;

  return performDeed(core, session, caseId, {
    act: 'enter-withdrawal',
    signs: [{ id: actId, kind: 'enter-withdrawal', subject: idBytes(paper.party) }],
    guards: (tx, view) => paperGuards(tx, view, session, paper),
    beforehand: async () => void (place = await paperDays(core, session, caseId, paper)),
    creates: () => [paperPlace(paper)],
    change: async (work) => {
      const { tx, view, now, move } = work;
      const isUnderway = view.row.consentedAt !== null;
      if (!isUnderway && !(await isAuthor(tx, caseId, paper.party))) throw new Problem('wrong-state');

      const { entry } = await recordPaper(work, session, paper, { kind: 'withdrawal', actId, place: place as CaseParties });
      await tx.update(invitation).set({ state: 'replaced', answeredAt: now }).where(and(eq(invitation.caseId, caseId), eq(invitation.state, 'open')));
      await move('withdrawn', { outcome: isUnderway ? 'party_withdrew' : 'desisted', closedAt: now });

      return { state: 'withdrawn', entry };
    },
  });
}

/** Whether this party asked: on paper, or by somebody who stands for it. */
async function isAuthor(tx: Tx, caseId: string, party: string): Promise<boolean> {
  if ((await authorOnPaper(tx, caseId)) === party) return true;
  const [own] = await tx.select({ id: representative.id }).from(representative).innerJoin(request, and(eq(request.caseId, representative.caseId), eq(request.authorId, representative.personId)))
    .where(and(eq(representative.partyId, party), isNull(representative.until)));

  return own !== undefined;
}
