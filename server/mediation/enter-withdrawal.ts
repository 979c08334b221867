import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { caseFile, party as partyTable, representative, request } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { authorOnPaper } from './author-on-paper.ts';
import type { CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { endOpenLinks } from './open-links.ts';
import { paperDays, paperGuards, paperPlace, recordPaper, type Paper } from './paper-entry.ts';
import { meetEveryDeadline } from './start-deadline.ts';
import { asFormer } from './withdraw.ts';

/**
 * The secretary enters a withdrawal received on paper, without a reason (Ch 9 [C]): of the request, by whoever asked, before
 * everybody has consented; of any party from then on. Open links die.
 * @throws Problem `not-found`, `wrong-state` for another party too early, `conflict-declared`, `invalid-body`
 */
export async function enterWithdrawal(core: Core, session: Session, caseId: string, paper: Paper): Promise<{ state: 'withdrawn'; entry: string }> {
  const actId = randomUUID();
  const isUnderway = await hasConsents(core, session, caseId);
  let place: CaseParties | undefined;

  return performDeed(core, session, caseId, {
    act: 'enter-withdrawal',
    mayLeaveOne: true,
    signs: [{ id: actId, kind: isUnderway ? 'enter-withdrawal' : 'withdraw-request', subject: idBytes(paper.party) }],
    guards: (tx, view) => paperGuards(tx, view, session, paper),
    after: (view) => (isUnderway ? view.standings.map((held) => asFormer(held, paper.party, core.clock())) : view.standings),
    beforehand: async () => void (place = await paperDays(core, session, caseId, paper)),
    creates: () => [paperPlace(paper)],
    change: async (work) => {
      const { tx, view, now, move } = work;
      if (isUnderway !== (view.row.consentedAt !== null)) throw new Problem('changed-meanwhile');
      if (!isUnderway && !(await isAuthor(tx, caseId, paper.party))) throw new Problem('wrong-state');

      const { entry } = await recordPaper(work, session, paper, { kind: 'withdrawal', actId, place: place as CaseParties });
      await endOpenLinks(tx, caseId, now);
      if (isUnderway) await tx.update(partyTable).set({ withdrawnAt: now }).where(eq(partyTable.id, paper.party));
      await meetEveryDeadline(tx, caseId, now);
      await move('withdrawn', { outcome: isUnderway ? 'party_withdrew' : 'desisted', closedAt: now, suspendedAt: null });

      return { state: 'withdrawn', entry };
    },
  });
}

/** Whether everybody has consented once: a party then leaves a mediation, before that a request is taken back. */
async function hasConsents(core: Core, session: Session, caseId: string): Promise<boolean> {
  const [row] = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => tx.select({ at: caseFile.consentedAt }).from(caseFile).where(eq(caseFile.id, caseId)), { caseId });

  return row !== undefined && row.at !== null;
}

/** Whether this party asked: on paper, or by somebody who stands for it. */
async function isAuthor(tx: Tx, caseId: string, party: string): Promise<boolean> {
  if ((await authorOnPaper(tx, caseId)) === party) return true;
  const [own] = await tx.select({ id: representative.id }).from(representative).innerJoin(request, and(eq(request.caseId, representative.caseId), eq(request.authorId, representative.personId)))
    .where(and(eq(representative.partyId, party), isNull(representative.until)));

  return own !== undefined;
}
