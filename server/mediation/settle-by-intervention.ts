import type { Intervention } from '../../policies/charter/reasons.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { askingParties, missingLetters, writeLetters } from './letters.ts';
import { meetEveryDeadline } from './start-deadline.ts';

export type Settlement = { intervention: Intervention; letter: string };

/**
 * An advice, a contact or another help has settled the situation without a mediation (domain 9.3, RV [P]): counted apart
 * from mediations, by its own outcome. The requester is told by a letter.
 * @throws Problem `not-found`, `wrong-state`, `reasons-missing`
 */
export async function settleByIntervention(core: Core, session: Session, caseId: string, { intervention, letter }: Settlement): Promise<{ state: 'settled' }> {
  return performDeed(core, session, caseId, {
    act: 'settle-by-intervention',
    guards: async () => ({ 'reasons-given': letter.trim() !== '' }),
    creates: (view) => missingLetters(view, askingParties(view)),
    change: async ({ tx, view, now, write, move, note }) => {
      await writeLetters({ view, write }, 'end', letter, askingParties(view));
      await move('settled', { outcome: 'intervention', outcomeReason: intervention, closedAt: now });
      await meetEveryDeadline(tx, caseId, now);
      note({ intervention });

      return { state: 'settled' };
    },
  });
}
