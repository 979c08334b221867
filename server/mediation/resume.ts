import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openCaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { resumeDeadlines } from './suspensions.ts';

/**
 * The mediator in charge ends a suspension: the case goes on where it stood, and what was due is due as many days later as
 * it lasted [I].
 * @throws Problem `not-found`, `wrong-state` for a case that is not suspended, `key-missing`
 */
export async function resume(core: Core, session: Session, caseId: string): Promise<{ resumedAt: string }> {
  let zone = '';

  return performDeed(core, session, caseId, {
    act: 'resume',
    beforehand: async (view) => {
      if (view.row.suspendedAt === null) throw new Problem('wrong-state');
      zone = (await openCaseParties(core, session, caseId)).zone;
    },
    change: async ({ tx, view, now, move }) => {
      await resumeDeadlines(tx, caseId, now, zone);
      await move(view.row.state, { suspendedAt: null });

      return { resumedAt: now.toISOString() };
    },
  });
}
