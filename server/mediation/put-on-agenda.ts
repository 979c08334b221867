import { and, eq } from 'drizzle-orm';
import { sitting, sittingCase } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { isOver } from './past-day.ts';

/**
 * The mediator in charge or the secretary puts a convened case on the agenda of a sitting of its office.
 * @throws Problem `not-found`, also for another office's sitting; `wrong-state`, also once the sitting is over; `acted-first`
 */
export async function putOnAgenda(core: Core, session: Session, caseId: string, sittingId: string): Promise<{ sitting: string; heldOn: string }> {
  return performDeed(core, session, caseId, {
    act: 'put-on-agenda',
    writesOnly: true,
    change: async ({ tx, view, now, note }) => {
      const [found] = await tx.select().from(sitting).where(and(eq(sitting.id, sittingId), eq(sitting.officeId, view.row.officeId)));
      if (!found) throw new Problem('not-found');
      if (isOver(found.heldOn, now)) throw new Problem('wrong-state');
      const [there] = await tx.select({ case: sittingCase.caseId }).from(sittingCase).where(and(eq(sittingCase.sittingId, sittingId), eq(sittingCase.caseId, caseId)));
      if (there) throw new Problem('acted-first');
      await tx.insert(sittingCase).values({ sittingId, caseId, putBy: session.person, putAt: now });
      note({ sitting: sittingId });

      return { sitting: sittingId, heldOn: found.heldOn };
    },
  });
}
