import type { EndReason, Outcome } from '../../policies/charter/reasons.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { missingLetters, writeLetters } from './letters.ts';
import { meetDeadline } from './start-deadline.ts';

const outcomeOf: Record<EndReason, Outcome> = {
  'no-agreement': 'no_agreement',
  'three-months-elapsed': 'three_months_elapsed',
  'imbalance-or-safety': 'ended_by_mediator',
  'loss-of-impartiality': 'ended_by_mediator',
};

/**
 * A delegate ends the mediation without agreement: a coded reason, and the same letter to each party, which says nothing
 * of what was exchanged.
 * @throws Problem `not-found`, `wrong-state`
 */
export async function endWithoutAgreement(core: Core, session: Session, caseId: string, { reason, letter }: { reason: EndReason; letter: string }): Promise<{ state: 'ended'; outcome: Outcome }> {
  const outcome = outcomeOf[reason];

  return performDeed(core, session, caseId, {
    act: 'end-without-agreement',
    guards: async () => ({ 'reasons-given': true }),
    creates: missingLetters,
    change: async ({ tx, view, now, write, move, note }) => {
      await writeLetters({ view, write }, 'end', letter);
      await move('ended', { outcome, closedAt: now });
      await meetDeadline(tx, caseId, 'agreement', now);
      note({ reason });

      return { state: 'ended', outcome };
    },
  });
}
