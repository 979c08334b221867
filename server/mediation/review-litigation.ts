import { and, eq } from 'drizzle-orm';
import { party as partyTable } from '../../db/schema/index.ts';
import type { LitigationOutcome } from '../../policies/charter/reasons.ts';
import type { State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openCaseParties } from './case-parties.ts';
import { performDeed, type Work } from './deed.ts';
import { compartmentOf, type CaseView } from './keys/view.ts';
import { missingLetters, writeLetters } from './letters.ts';
import { endOpenLinks } from './open-links.ts';
import { meetEveryDeadline } from './start-deadline.ts';
import { suspendDeadlines } from './suspensions.ts';

/** `reasons` go to the party who declared; `letter`, due when closing, to every party, and says nothing of what was declared. */
export type Review = { party: string; outcome?: LitigationOutcome; reasons: string; letter?: string };
export type Reviewed = { litigation: 'reviewed'; state: State; suspendedAt: string | null };

/**
 * The mediator has examined what a party declared, and lets the case go on, suspends it with its clocks, or closes it (Ch 9
 * [C], effect [I]). A suspended case may be closed later, on what was examined before.
 * @throws Problem `reasons-missing`, `not-found`, `wrong-state`, `acted-first` when nothing waits to be examined
 */
export async function reviewLitigation(core: Core, session: Session, caseId: string, { party, outcome = 'continue', reasons, letter = '' }: Review): Promise<Reviewed> {
  let zone = '';

  return performDeed(core, session, caseId, {
    act: 'review-litigation',
    guards: async () => ({ 'reasons-given': reasons.trim() !== '' && (outcome !== 'close' || letter.trim() !== '') }),
    beforehand: async () => void (zone = outcome === 'suspend' ? (await openCaseParties(core, session, caseId)).zone : ''),
    creates: (view) => (outcome === 'close' ? missingLetters(view) : ownLetters(view, party)),
    change: async (work) => {
      await markReviewed(work, party, outcome);
      await work.write({ kind: 'letters', subject: party }, 'litigation-review', reasons);
      work.note({ outcome });
      if (outcome === 'suspend') await suspend(work, zone);
      if (outcome === 'close') await close(work, letter);

      const suspendedAt = outcome === 'suspend' ? work.now : outcome === 'close' ? null : work.view.row.suspendedAt;

      return { litigation: 'reviewed', state: outcome === 'close' ? 'ended' : work.view.row.state, suspendedAt: suspendedAt?.toISOString() ?? null };
    },
  });
}

async function markReviewed({ tx, view }: Work, party: string, outcome: LitigationOutcome): Promise<void> {
  const [row] = await tx.select().from(partyTable).where(and(eq(partyTable.caseId, view.row.id), eq(partyTable.id, party)));
  if (!row) throw new Problem('not-found');
  const isClosedLater = outcome === 'close' && view.row.suspendedAt !== null && row.litigation === 'reviewed';
  if (row.litigation !== 'declared' && !isClosedLater) throw new Problem('acted-first');
  await tx.update(partyTable).set({ litigation: 'reviewed' }).where(eq(partyTable.id, party));
}

async function suspend({ tx, view, now, move }: Work, zone: string): Promise<void> {
  if (view.row.suspendedAt !== null) throw new Problem('acted-first');
  await suspendDeadlines(tx, view.row.id, now, zone);
  await move(view.row.state, { suspendedAt: now });
}

async function close({ tx, view, now, write, move }: Work, letter: string): Promise<void> {
  await writeLetters({ view, write }, 'end', letter);
  await endOpenLinks(tx, view.row.id, now);
  await meetEveryDeadline(tx, view.row.id, now);
  await move('ended', { outcome: 'court_action', closedAt: now, suspendedAt: null });
}

function ownLetters(view: CaseView, party: string) {
  return compartmentOf(view, 'identity', party) && !compartmentOf(view, 'letters', party) ? [{ kind: 'letters' as const, subject: party }] : [];
}
