import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { item, objectAgreement, request } from '../../db/schema/index.ts';
import { institutionalCapacities } from '../../policies/charter/words.ts';
import { compartmentOf, standingsOf, type CaseView } from './keys/view.ts';

/**
 * Whether the object as it now reads is agreed (design 4): an earlier version agreed is not enough. By the requester; or
 * by any party where the requester is none, as in a case referred from below. An institution is shown nothing of what follows
 * its referral: there the text stands as the mediator wrote it, and each party reads it before consenting.
 */
export async function isObjectAgreed(tx: Tx, view: CaseView): Promise<boolean> {
  const object = compartmentOf(view, 'object');
  if (!object) return false;

  const [latest] = await tx.select({ id: item.id }).from(item).where(eq(item.compartmentId, object.id)).orderBy(desc(item.createdAt)).limit(1);
  if (!latest) return false;
  const [brought] = await tx.select({ capacity: request.capacity }).from(request).where(eq(request.caseId, view.row.id));
  if (institutionalCapacities.some((one) => one === brought?.capacity)) return true;
  const agreed = await tx.select({ person: objectAgreement.personId }).from(objectAgreement).where(eq(objectAgreement.itemId, latest.id));
  const requester = view.standings.find(({ person, standing }) => standing === 'requester' && standingsOf(view, person).includes('party'))?.person;

  return agreed.some(({ person }) => requester === undefined || person === requester);
}
