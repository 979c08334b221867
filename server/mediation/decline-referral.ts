import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { forgetProposal, findProposal, requireWaiting } from './referral-proposal.ts';

/**
 * The second hand declines to sign: what was proposed is forgotten, and there never was a case.
 * @throws Problem `not-found` for anybody else, `wrong-state` once answered or expired
 */
export async function declineReferral(core: Core, session: Session, proposal: string): Promise<void> {
  return refusing(core, session, 'decline-referral', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
      const row = await findProposal(tx, proposal);
      requireWaiting(row, 'cosignerId', session, now);
      await forgetProposal(tx, row, 'declined', now);
      await core.journal.append(tx, { event: 'deed', act: 'decline-referral', actor: { kind: 'person', person: session.person, role: 'referrer' }, subject: { person: row.proposerId, proposal }, signer: signerOf(session) });
    }),
  );
}
