import { desc } from 'drizzle-orm';
import { referralProposal } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import type { InstitutionalReferral } from './institutional-referral.ts';
import { findProposal, openProposal, proposalState, type ProposalRow } from './referral-proposal.ts';

export type ListedProposal = { proposal: string; isMine: boolean; with: string; capacity: string; state: 'open' | 'cosigned' | 'declined' | 'expired'; createdAt: string; expiresAt: string };

/** The referrals one has signed first, and those that wait for one's signature, latest first. */
export async function listProposals(core: Core, session: Session): Promise<ListedProposal[]> {
  const rows = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => tx.select().from(referralProposal).orderBy(desc(referralProposal.createdAt)).limit(200));

  return rows.map((row) => listed(row, session, core.clock()));
}

/** One of them, opened for either hand. @throws Problem `not-found`, `key-missing` once it is answered and forgotten */
export async function readProposal(core: Core, session: Session, proposal: string): Promise<ListedProposal & { referral: InstitutionalReferral }> {
  return refusing(core, session, 'read-proposal', async () => {
    const row = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const row = await findProposal(tx, proposal);
      await core.journal.append(tx, { event: 'read', act: 'proposal', actor: { kind: 'person', person: session.person, role: 'referrer' }, subject: { proposal }, signer: signerOf(session) });

      return row;
    });

    return { ...listed(row, session, core.clock()), referral: await openProposal(core, session, row) };
  });
}

function listed(row: ProposalRow, { person }: Session, now: Date): ListedProposal {
  const isMine = row.proposerId === person;

  return {
    proposal: row.id, isMine, with: isMine ? row.cosignerId : row.proposerId, capacity: isMine ? row.proposerCapacity : row.cosignerCapacity,
    state: proposalState(row, now), createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString(),
  };
}
