import { bodyOf } from '../../policies/newcomers-conflict.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { openCaseParties } from './case-parties.ts';
import { barredBy } from './exclusions.ts';
import type { CaseView } from './keys/view.ts';
import { officeMembers } from './office-members.ts';

/**
 * Whoever was convened for a case works nowhere that a party works who joins it from another (G14, with the first stage of
 * the declaration).
 * @throws Problem `conflict-declared`
 */
export async function refuseNewcomersConflict(core: Core, session: Session, { row, standings }: CaseView, from: string): Promise<void> {
  const sitting = bodyOf(standings);
  if (sitting.length === 0) return;
  const newcomers = await openCaseParties(core, session, from);
  const inOffice = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => officeMembers(tx, row.officeId), { caseId: row.id });

  if (barredBy(newcomers, inOffice.filter(({ person }) => sitting.includes(person))).size > 0) throw new Problem('conflict-declared');
}
