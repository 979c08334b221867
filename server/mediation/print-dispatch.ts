import type { Core, Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import type { DispatchText } from './dispatches.ts';
import { reveal } from './reveal.ts';

/**
 * Opens one document for the secretary who prints it; the reading is journaled.
 * @throws Problem `not-found` when it is held, unknown, or not theirs
 */
export async function printDispatch(core: Core, session: Session, caseId: string, noticeId: string): Promise<DispatchText> {
  const [document] = await reveal(core, session, caseId, [{ kind: 'dispatch', subject: noticeId }]);
  if (!document) return refusing(core, session, 'print-dispatch', () => Promise.reject(new Problem('not-found')));

  return JSON.parse(document.text) as DispatchText;
}
