import { eq } from 'drizzle-orm';
import { consent } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openCaseParties, type CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { missingLetters, writeLetters } from './letters.ts';
import { startDeadline } from './start-deadline.ts';
import { stayingParties } from './staying-parties.ts';

/**
 * A party has left and two or more remain: the mediator in charge may go on with these, on fresh consent of each (domain 9.3
 * [I]). Their earlier consents give way; the signed acts and the journal keep what was. The letter goes to those who remain.
 * @throws Problem `not-found`, `wrong-state` (also when the request itself was taken back), `parties-missing`, `reasons-missing`
 */
export async function continueWithout(core: Core, session: Session, caseId: string, { letter }: { letter: string }): Promise<{ state: 'consent_requested'; dueOn: string }> {
  let known: CaseParties;

  return performDeed(core, session, caseId, {
    act: 'continue-without',
    guards: async (tx) => ({ 'two-parties-left': (await stayingParties(tx, caseId)).length > 1, 'reasons-given': letter.trim() !== '' }),
    beforehand: async (view) => {
      if (view.row.outcome !== 'party_withdrew') throw new Problem('wrong-state');
      known = await openCaseParties(core, session, caseId);
    },
    creates: (view) => missingLetters(view),
    change: async ({ tx, view, now, write, move }) => {
      await writeLetters({ view, write }, 'decision', letter);
      await tx.delete(consent).where(eq(consent.caseId, caseId));
      await move('consent_requested', { outcome: null, closedAt: null, consentedAt: null });

      return { state: 'consent_requested', dueOn: await startDeadline(tx, 'consent-answer', { caseId, table: 'case_file', id: caseId, at: now }, known) };
    },
  });
}
