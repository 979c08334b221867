import { and, asc, eq, isNotNull, or } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { notice } from '../../db/schema/index.ts';
import type { InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openEveryParty } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { drawUp, substituteFor, type Addressee, type Dispatch, type DispatchText } from './dispatches.ts';
import { compartmentOf, type CaseView } from './keys/view.ts';
import { meetNotices } from './meet-notices.ts';
import { countParties } from './party-count.ts';
import { noticeTemplate } from './send-notices.ts';
import { agreementLetters } from './transmit.ts';

/** `substitute`: another function of the same place, which receives it instead. */
export type HeldDecision = { reason: string } & ({ decision: 'send' | 'do-not-send' } | { decision: 'send-to-substitute'; substitute: InstitutionalFunction });

type NoticeRow = typeof notice.$inferSelect;
type Decided = { notice: string; state: 'sent' | 'not_sent' };

/**
 * A recipient who is a party is held; whoever is in charge decides (domain 9.5 [I], the texts are silent). The decision is a
 * code; its reason is sealed in `workspace`, and what leaves is sealed as every other dispatch.
 * @throws Problem `not-found`, `acted-first` once it is decided, `recipient-unknown`, `conflict-declared` for a substitute
 *   who is a party, `key-missing`, `wrong-state`
 */
export async function decideHeldNotice(core: Core, session: Session, caseId: string, noticeId: string, given: HeldDecision): Promise<Decided> {
  const substitute = given.decision === 'send-to-substitute' ? given.substitute : null;
  let leaving: DispatchText | undefined;

  return performDeed(core, session, caseId, {
    act: 'decide-held-notice',
    guards: async () => ({ 'reasons-given': given.reason.trim() !== '' }),
    beforehand: async (view) => {
      const row = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => heldNotice(tx, caseId, noticeId), { caseId });
      if (given.decision !== 'do-not-send') leaving = await documentFor(core, session, view, row, substitute);
    },
    creates: (view) => [
      ...(compartmentOf(view, 'workspace') ? [] : [{ kind: 'workspace' } as const]),
      ...(leaving ? [{ kind: 'dispatch', subject: noticeId } as const] : []),
    ],
    change: async ({ tx, now, write, note }) => {
      const { subject } = await heldNotice(tx, caseId, noticeId);
      const state = leaving ? 'sent' : 'not_sent';
      await tx.update(notice).set({ state, decision: given.decision, substitute, decidedBy: session.person, decidedAt: now }).where(eq(notice.id, noticeId));
      if (leaving) await write({ kind: 'dispatch', subject: noticeId }, subject, JSON.stringify(leaving));
      await write({ kind: 'workspace' }, 'held-notice', given.reason);
      if (subject === 'request') await meetNotices(tx, caseId, now);
      note({ decision: given.decision, ...(substitute && { substitute }) });

      return { notice: noticeId, state };
    },
  });
}

async function heldNotice(tx: Tx, caseId: string, noticeId: string): Promise<NoticeRow> {
  const [row] = await tx.select().from(notice).where(and(eq(notice.id, noticeId), eq(notice.caseId, caseId))).for('update');
  if (!row) throw new Problem('not-found');
  if (row.state !== 'held') throw new Problem('acted-first');

  return row;
}

async function documentFor(core: Core, session: Session, view: CaseView, row: NoticeRow, substitute: InstitutionalFunction | null): Promise<DispatchText> {
  const caseId = view.row.id;
  const place = await openEveryParty(core, session, caseId, await countParties(core, session, caseId));
  const rank = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => rankOf(tx, row), { caseId });
  const held = heldOnes(drawUp(core, place, true), row.function)[rank];
  if (!held) throw new Problem('recipient-unknown', { missing: row.function });

  const to: Addressee = substitute ? substituteFor(core, place, held, substitute) : held.to;
  const letterFor = row.subject === 'request' ? noticeTemplate(view.row, place) : await agreementLetters(core, session, view, place.zone);

  return { to, letter: letterFor(to.function) };
}

/** Two establishments may each have a party who directs it: the first notice held is for the first of them, and so on. */
async function rankOf(tx: Tx, { id, caseId, subject, function: held }: NoticeRow): Promise<number> {
  const rows = await tx.select({ id: notice.id }).from(notice)
    .where(and(eq(notice.caseId, caseId), eq(notice.subject, subject), eq(notice.function, held), or(eq(notice.state, 'held'), isNotNull(notice.decision)))).orderBy(asc(notice.id));

  return rows.findIndex((one) => one.id === id);
}

function heldOnes(dispatches: readonly Dispatch[], held: InstitutionalFunction): Dispatch[] {
  return dispatches.filter((one) => one.state === 'held' && one.function === held).sort((one, other) => (one.establishmentId < other.establishmentId ? -1 : 1));
}
