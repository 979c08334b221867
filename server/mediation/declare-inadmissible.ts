import { outcomeOfInadmissible, type InadmissibleReason, type Outcome } from '../../policies/charter/reasons.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { askingParties, missingLetters, writeLetters } from './letters.ts';
import { meetEveryDeadline } from './start-deadline.ts';

/** `reason` names the guard that is not met (G1 to G5); the letter gives the requester the reasons. */
export type Inadmissibility = { reason: InadmissibleReason; letter: string };

/**
 * The mediator in charge finds that a request cannot be admitted (D art. 2 [L]), and tells the requester why; the others,
 * who have not been invited, are never told.
 * @throws Problem `not-found`, `wrong-state`, `reasons-missing`
 */
export async function declareInadmissible(core: Core, session: Session, caseId: string, { reason, letter }: Inadmissibility): Promise<{ state: 'inadmissible'; outcome: Outcome }> {
  const outcome = outcomeOfInadmissible[reason];

  return performDeed(core, session, caseId, {
    act: 'declare-inadmissible',
    guards: async () => ({ 'reasons-given': letter.trim() !== '' }),
    creates: (view) => missingLetters(view, askingParties(view)),
    change: async ({ tx, view, now, write, move, note }) => {
      await writeLetters({ view, write }, 'decision', letter, askingParties(view));
      await move('inadmissible', { outcome, outcomeReason: reason, closedAt: now });
      await meetEveryDeadline(tx, caseId, now);
      note({ reason });

      return { state: 'inadmissible', outcome };
    },
  });
}
