import { randomUUID } from 'node:crypto';
import { referralProposal, referralProposalKey } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { foundCase } from '../vault/founding.ts';
import { bothHands } from './both-hands.ts';
import type { InstitutionalReferral } from './institutional-referral.ts';
import { proposalActId, sealProposal } from './referral-proposal.ts';
import { actRow } from './signed-act.ts';

export type Proposed = { proposal: string; expiresAt: string };

/**
 * The director or the CME president signs first a referral for medical staff, which both must sign (D art. 6 [L]). Until the
 * other has signed there is no case: the proposal is sealed to the two of them, and nobody else can see that it is.
 * @throws Problem `not-found` without a mandate for that capacity, `cosigner-missing` when nobody holds the other function,
 *   and as `judge`
 */
export async function proposeReferral(core: Core, session: Session, body: InstitutionalReferral): Promise<Proposed> {
  return refusing(core, session, 'propose-referral', async () => {
    const now = core.clock();
    const deployment = core.secrets.deployment.id;
    const actor = { kind: 'person', id: session.person } as const;
    const { first, second, hands, expiresAt } = await core.database.withActor(actor, (tx) => bothHands(tx, core, session, body, now));
    const founding = foundCase(deployment, session.person, second.personKey, 'refer-jointly');
    const facts = { id: randomUUID(), caseId: founding.caseId, proposerId: session.person, cosignerId: second.personKey, expiresAt };
    // Named in any case: whoever signs first may come to hold this function elsewhere too before the second signs.
    const { sealed, keys } = await sealProposal(deployment, facts, { ...body, ...(first.establishmentId && { place: first.establishmentId }) }, hands);
    const act = actRow(core, session, founding.caseId, { id: proposalActId(sealed), kind: 'refer-jointly', subject: founding.subject }, now);

    await core.database.withActor(actor, async (tx) => {
      await tx.insert(referralProposal).values({
        ...facts, proposerCapacity: first.capacity, cosignerCapacity: second.capacity, sealed, actId: act.id, actSubject: founding.subject, actAt: now,
        certificateId: act.certificateId, signature: act.signature, state: 'open', createdAt: now,
      });
      await tx.insert(referralProposalKey).values(keys);
      await core.journal.append(tx, {
        event: 'deed', act: 'propose-referral', actor: { kind: 'person', person: session.person, role: 'referrer' }, subject: { person: second.personKey, proposal: facts.id },
        detail: { capacity: first.capacity }, signer: signerOf(session),
      });
    });

    return { proposal: facts.id, expiresAt: expiresAt.toISOString() };
  });
}
