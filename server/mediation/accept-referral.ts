import { sql } from 'drizzle-orm';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { hasNoConflict } from './no-conflict.ts';
import { meetDeadline } from './start-deadline.ts';

/**
 * The national mediator or deputy accepts a referral (domain 9.3 [I]): the case below is transferred, and its officers keep
 * nothing of it but their own notes. Taking charge above is a deed of its own.
 * @throws Problem `acted-first` when it has been answered, `wrong-state` for a case that came by no referral,
 *   `conflict-declared` for a party or somebody set aside
 */
export async function acceptReferral(core: Core, session: Session, caseId: string): Promise<{ acceptedAt: string }> {
  return performDeed(core, session, caseId, {
    act: 'accept-referral',
    spansCases: true,
    guards: async (tx, view) => ({
      'undertakings-valid': view.standings.some(({ person, standing }) => person === session.person && standing === 'presiding'),
      'no-conflict-declared': await hasNoConflict(tx, view, session.person),
    }),
    change: async ({ tx, view, now, note }) => {
      if (!view.referral) throw new Problem('wrong-state');
      const [transferred] = await tx.execute<{ lower: string | null }>(sql`select transfer_lower_case(${caseId}) as lower`);
      if (!transferred?.lower) throw new Problem('acted-first');
      await meetDeadline(tx, caseId, 'referral-answer', now);
      note({ lower: transferred.lower });

      return { acceptedAt: now.toISOString() };
    },
  });
}
