import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { localScheme } from './local-scheme.ts';
import { isObjectAgreed } from './object-agreed.ts';
import { meetDeadline, startDeadline } from './start-deadline.ts';

/**
 * The conciliator proposes conciliation to the parties (N22 [P]): nothing leaves before the requester has agreed its object.
 * Whoever has a link has recused themselves and has no standing left: there is no further question of conflict here.
 * @returns the local day by which an answer is hoped for; late is not void
 */
export async function proposeConciliation(core: Core, session: Session, caseId: string): Promise<{ answerBy: string }> {
  return performDeed(core, session, caseId, {
    act: 'propose-conciliation',
    guards: async (tx, view) => ({ 'no-conflict-declared': true, 'object-agreed': await isObjectAgreed(tx, view) }),
    change: async ({ tx, view, now, move }) => {
      const scheme = await localScheme(tx, view.row.officeId, now);
      await move('consent_requested');
      await meetDeadline(tx, caseId, 'local-proposal', now);

      return { answerBy: await startDeadline(tx, 'consent-answer', { caseId, table: 'case_file', id: caseId, at: now }, scheme) };
    },
  });
}
