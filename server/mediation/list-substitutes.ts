import { and, eq } from 'drizzle-orm';
import { notice } from '../../db/schema/index.ts';
import { hasCharge } from '../../policies/access.ts';
import { institutionalFunctions, type InstitutionalFunction } from '../../policies/charter/words.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openEveryParty, type CaseParties } from './case-parties.ts';
import { drawUp, substituteFor, type Dispatch } from './dispatches.ts';
import { loadCase, standingsOf } from './keys/view.ts';
import { countParties } from './party-count.ts';

/**
 * The functions to which a held letter may go instead: somebody of the same place holds them, who is no party, and no
 * letter of their own stands for them. For whoever decides.
 * @throws Problem `not-found` for anybody else and for no held letter, `key-missing`
 */
export async function listSubstitutes(core: Core, session: Session, caseId: string, noticeId: string): Promise<InstitutionalFunction[]> {
  const row = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const view = await loadCase(tx, caseId);
    const [held] = await tx.select({ function: notice.function }).from(notice).where(and(eq(notice.id, noticeId), eq(notice.caseId, caseId), eq(notice.state, 'held')));

    return view && hasCharge(standingsOf(view, session.person)) ? held : undefined;
  }, { caseId });
  if (!row) throw new Problem('not-found');
  const place = await openEveryParty(core, session, caseId, await countParties(core, session, caseId));
  const dispatches = drawUp(core, place, true);
  // Two establishments may each have one held: what fits one of them is offered, and the deed verifies.
  const held = dispatches.filter((one) => one.state === 'held' && one.function === row.function);

  return institutionalFunctions.filter((wanted) => held.some((one) => isFree(dispatches, one, wanted) && isHeldByAnother(core, place, one, wanted)));
}

function isFree(dispatches: readonly Dispatch[], { establishmentId }: Dispatch, wanted: InstitutionalFunction): boolean {
  return !dispatches.some((one) => one.establishmentId === establishmentId && one.function === wanted);
}

function isHeldByAnother(core: Core, place: CaseParties, held: Dispatch, wanted: InstitutionalFunction): boolean {
  try {
    substituteFor(core, place, held, wanted);

    return true;
  } catch (error) {
    if (error instanceof Problem && (error.code === 'recipient-unknown' || error.code === 'conflict-declared')) return false;
    throw error;
  }
}
