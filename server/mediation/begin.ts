import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { Guard } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { meetDeadline } from './start-deadline.ts';

/**
 * A delegate begins the mediation once nobody can challenge any more: the window is over, or each party has used or
 * waived their challenge (Ch 9 [C]).
 * @throws Problem `not-found`, `wrong-state`, `challenge-window-open`, `consents-missing`
 */
export async function begin(core: Core, session: Session, caseId: string): Promise<{ state: 'in_mediation' }> {
  return performDeed(core, session, caseId, {
    act: 'begin',
    guards: (tx) => beginGuards(tx, caseId),
    change: async ({ tx, now, move }) => {
      await move('in_mediation');
      await meetDeadline(tx, caseId, 'challenge', now);

      return { state: 'in_mediation' };
    },
  });
}

/** Guards G10 and G12: everybody consented, and nobody can challenge any more. */
export async function beginGuards(tx: Tx, caseId: string): Promise<Partial<Record<Guard, boolean>>> {
  const [facts] = await tx.execute<{ waiting: number; running: boolean; silent: number }>(sql`
    select
      (select count(*)::int from party p where p.case_id = ${caseId} and p.withdrawn_at is null and p.challenge_waived_at is null
        and not exists (select from challenge h where h.case_id = p.case_id and h.party_id = p.id)) as waiting,
      coalesce((select max(d.due_at) >= entente_now() from deadline d where d.case_id = ${caseId} and d.rule = 'challenge' and d.met_at is null), true) as running,
      (select count(*)::int from party p where p.case_id = ${caseId} and p.withdrawn_at is null
        and not exists (select from consent k where k.case_id = p.case_id and k.party_id = p.id and k.answer = 'consent')) as silent`);

  return { 'challenge-closed-or-used': facts !== undefined && (facts.waiting === 0 || !facts.running), 'all-consents': facts?.silent === 0 };
}
