import { desc } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { referralProposal } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { namesOf } from '../people/offices/names.ts';
import { refusing } from '../people/offices/refusal.ts';
import type { InstitutionalReferral } from './institutional-referral.ts';
import { findProposal, openProposal, proposalState, type ProposalRow } from './referral-proposal.ts';

export type ListedProposal = {
  proposal: string;
  /** Whether one signed it first. */
  isMine: boolean;
  with: string;
  withName: string;
  withCapacity: string;
  capacity: string;
  state: ProposalRow['state'];
  createdAt: string;
  expiresAt: string;
};

/** The referrals one has signed first, and those that wait for one's signature, latest first. */
export async function listProposals(core: Core, session: Session): Promise<ListedProposal[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const rows = await tx.select().from(referralProposal).orderBy(desc(referralProposal.createdAt)).limit(200);

    return listed(tx, core, session, rows);
  });
}

/** One of them, opened for either hand. @throws Problem `not-found`, `key-missing` once it is answered and forgotten */
export async function readProposal(core: Core, session: Session, proposal: string): Promise<ListedProposal & { referral: InstitutionalReferral }> {
  return refusing(core, session, 'read-proposal', async () => {
    const { row, facts } = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const row = await findProposal(tx, proposal);
      const [facts] = await listed(tx, core, session, [row]);
      await core.journal.append(tx, { event: 'read', act: 'proposal', actor: { kind: 'person', person: session.person, role: 'referrer' }, subject: { proposal }, signer: signerOf(session) });

      return { row, facts: facts as ListedProposal };
    });

    return { ...facts, referral: await openProposal(core, session, row) };
  });
}

async function listed(tx: Tx, core: Core, { person }: Session, rows: readonly ProposalRow[]): Promise<ListedProposal[]> {
  const names = await namesOf(tx, core, rows.flatMap(({ proposerId, cosignerId }) => [proposerId, cosignerId]));

  return rows.map((row) => {
    const isMine = row.proposerId === person;
    const [own, other] = isMine ? [row.proposerCapacity, row.cosignerCapacity] : [row.cosignerCapacity, row.proposerCapacity];
    const withWhom = isMine ? row.cosignerId : row.proposerId;

    return {
      proposal: row.id, isMine, with: withWhom, withName: names.get(withWhom) ?? '', withCapacity: other, capacity: own,
      state: proposalState(row, core.clock()), createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString(),
    };
  });
}
