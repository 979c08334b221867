import type { CallUpDeclineReason } from '../../policies/charter/reasons.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { answerByDeclining } from './answer-call-up.ts';
import { ownOffices } from './own-offices.ts';

/**
 * The regional mediator answers a call-up with reasons instead of a referral (domain 9.3 [I], keeps D art. 10).
 * @throws Problem `not-found` for a call-up put to another office, `acted-first`
 */
export async function declineCallUp(core: Core, session: Session, callUp: string, reason: CallUpDeclineReason): Promise<{ answeredAt: string }> {
  return refusing(core, session, 'decline-call-up', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const now = core.clock();
      const offices = await ownOffices(tx, core, session, 'regional');
      const { toOfficeId } = await answerByDeclining(tx, session, { callUp, offices, reason, now });
      await core.journal.append(tx, {
        event: 'deed', act: 'decline-call-up', actor: { kind: 'person', person: session.person, role: 'presiding' }, subject: { callUp, office: toOfficeId }, detail: { reason }, signer: signerOf(session),
      });

      return { answeredAt: now.toISOString() };
    }),
  );
}
