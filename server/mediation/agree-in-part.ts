import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { finalAgreement } from './final-agreement.ts';
import { meetDeadline } from './start-deadline.ts';

/**
 * A delegate records that the parties agree on a part only, once all have signed the text marked partial (D art. 13 [L]).
 * A whole text needs no such deed: the last signature makes the case agreed.
 * @throws Problem `not-found`, `wrong-state`, `signatures-missing` until all have signed a partial text
 */
export async function agreeInPart(core: Core, session: Session, caseId: string): Promise<{ state: 'partly_agreed' }> {
  return performDeed(core, session, caseId, {
    act: 'agree-in-part',
    guards: async (tx, view) => {
      const final = await finalAgreement(tx, view);

      return { 'agreement-signed-by-all': final !== undefined && final.isPartial && final.isSignedByAll };
    },
    change: async ({ tx, now, move }) => {
      await move('partly_agreed', { outcome: 'partial_agreement' });
      await meetDeadline(tx, caseId, 'agreement', now);

      return { state: 'partly_agreed' };
    },
  });
}
