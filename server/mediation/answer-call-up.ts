import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { callUp as callUpTable } from '../../db/schema/index.ts';
import type { CallUpDeclineReason } from '../../policies/charter/reasons.ts';
import type { Session } from '../core.ts';
import { Problem } from '../problems.ts';
import type { CaseRow } from './keys/view.ts';

type CallUpRow = typeof callUpTable.$inferSelect;

/**
 * Answers a call-up with the referral it asked for.
 * @throws Problem `not-found` when it was not put to this office, `acted-first`, `invalid-body` when it asked for another case
 */
export async function answerByReferring(tx: Tx, session: Session, { callUp, referral, lower, now }: { callUp: string; referral: string; lower: CaseRow; now: Date }): Promise<void> {
  const asked = await openCallUp(tx, callUp, [lower.officeId]);
  if ((asked.reference ?? lower.reference) !== lower.reference || (asked.purpose ?? lower.purpose) !== lower.purpose) {
    throw new Problem('invalid-body', { errors: [{ field: 'callUp', message: 'Cette demande porte sur une autre situation.' }] });
  }

  await tx.update(callUpTable).set({ answer: 'referred', referralId: referral, answeredBy: session.person, answeredAt: now }).where(eq(callUpTable.id, callUp));
}

/** Answers a call-up with reasons: the choice stays the regional mediator's (D art. 10 [L]). Throws as `answerByReferring`. */
export async function answerByDeclining(tx: Tx, session: Session, { callUp, offices, reason, now }: { callUp: string; offices: readonly string[]; reason: CallUpDeclineReason; now: Date }): Promise<CallUpRow> {
  const asked = await openCallUp(tx, callUp, offices);
  await tx.update(callUpTable).set({ answer: 'declined', answerReason: reason, answeredBy: session.person, answeredAt: now }).where(eq(callUpTable.id, callUp));

  return asked;
}

async function openCallUp(tx: Tx, id: string, offices: readonly string[]): Promise<CallUpRow> {
  const [row] = await tx.select().from(callUpTable).where(eq(callUpTable.id, id)).for('update');
  if (!row || !offices.includes(row.toOfficeId)) throw new Problem('not-found');
  if (row.answer !== null) throw new Problem('acted-first');

  return row;
}
