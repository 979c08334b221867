import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { request, seat } from '../../db/schema/index.ts';
import { standingsOf, type CaseView } from './keys/view.ts';

type Seat = Pick<typeof seat.$inferSelect, 'excluded' | 'answer'>;

/** Whether nothing known of the case bars this person from running it: nobody is judge of a case of their own (G14). */
export async function hasNoConflict(tx: Tx, view: CaseView, person: string): Promise<boolean> {
  if (standingsOf(view, person).some((standing) => standing === 'party' || standing === 'former-party')) return false;

  const caseId = view.row.id;
  const [asked, seats] = await Promise.all([
    tx.select({ caseId: request.caseId }).from(request).where(and(eq(request.caseId, caseId), eq(request.authorId, person), eq(request.capacity, 'party'), eq(request.channel, 'online'))),
    tx.select({ excluded: seat.excluded, answer: seat.answer }).from(seat).where(and(eq(seat.caseId, caseId), eq(seat.personId, person))),
  ]);

  return asked.length === 0 && !seats.some(isBarred);
}

/** Set aside before anything was shown, or by a declaration of one's own. */
export function isBarred({ excluded, answer }: Seat): boolean {
  return excluded || answer === 'recused' || answer === 'link';
}
