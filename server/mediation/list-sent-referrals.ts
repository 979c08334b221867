import { sql } from 'drizzle-orm';
import { signerOf, type Core, type Session } from '../core.ts';

export type SentReferral = { case: string; reference: string; tier: string; capacity: string; receivedAt: string; acknowledgedAt: string | null; endedAt: string | null };

/** What somebody sent for an institution: received, acknowledged, ended, and nothing between (domain 9.1 [L], [I]). */
export async function listSentReferrals(core: Core, session: Session): Promise<SentReferral[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const rows = await tx.execute<SentRow>(sql`select * from sent_referrals()`);
    await core.journal.append(tx, { event: 'listed', act: 'sent-referrals', actor: { kind: 'person', person: session.person, role: 'referrer' }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map((row) => ({
      case: row.case_id, reference: row.reference, tier: row.tier, capacity: row.capacity,
      receivedAt: instantOf(row.received_at) ?? '', acknowledgedAt: instantOf(row.acknowledged_at), endedAt: instantOf(row.ended_at),
    }));
  });
}

type SentRow = { case_id: string; reference: string; tier: string; capacity: string; received_at: string; acknowledged_at: string | null; ended_at: string | null };

function instantOf(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
