import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { findProposal, forgetProposal, requireWaiting } from './referral-proposal.ts';

/**
 * The first hand takes back what waits for the second: it is forgotten, and there never was a case.
 * @throws Problem `not-found` for anybody else, `wrong-state` once answered or expired
 */
export async function withdrawReferral(core: Core, session: Session, proposal: string): Promise<void> {
  return refusing(core, session, 'withdraw-referral', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
      const row = await findProposal(tx, proposal);
      requireWaiting(row, 'proposerId', session, now);
      await forgetProposal(tx, row, 'withdrawn', now);
      await core.journal.append(tx, { event: 'deed', act: 'withdraw-referral', actor: { kind: 'person', person: session.person, role: 'referrer' }, subject: { person: row.cosignerId, proposal }, signer: signerOf(session) });
    }),
  );
}
