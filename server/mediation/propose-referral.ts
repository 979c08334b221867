import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { referralProposal, referralProposalKey, setting } from '../../db/schema/index.ts';
import { addDays, localDate } from '../../policies/charter/calendar.ts';
import type { Signatory } from '../../policies/charter/referrers.ts';
import { settingOn } from '../../policies/charter/settings.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { currentKeys } from '../people/offices/mandates.ts';
import { holderOfCapacity } from '../people/offices/institution.ts';
import { refusing } from '../people/offices/refusal.ts';
import { loadWorld } from '../people/world.ts';
import { Problem } from '../problems.ts';
import { foundCase } from '../vault/founding.ts';
import type { Verified } from '../vault/trust.ts';
import { actRow } from './signed-act.ts';
import { judge, signatoryOf, type InstitutionalReferral } from './institutional-referral.ts';
import { proposalActId, sealProposal, secondHandOf } from './referral-proposal.ts';

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
    const { sealed, keys } = await sealProposal(deployment, facts, body, hands);
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

/** The two who must sign, each competent once the other has, and their keys. */
async function bothHands(tx: Tx, core: Core, { person }: Session, body: InstitutionalReferral, now: Date) {
  const first = await signatoryOf(tx, core, person, body.capacity, now);
  const capacity = secondHandOf[body.capacity];
  if (!capacity || !first.establishmentId) throw new Problem('referrer-not-competent');
  const holder = await holderOfCapacity(tx, core, capacity, first.establishmentId, now);
  if (!holder || holder === person) throw new Problem('cosigner-missing');

  const second: Signatory = { capacity, personKey: holder, establishmentId: first.establishmentId };
  await judge(tx, body, { referrer: first, cosigners: [second] }, now);
  await judge(tx, body, { referrer: second, cosigners: [first] }, now);
  const world = await loadWorld(tx, core.secrets, now, { persons: [person, holder] });
  const hands = [person, holder].map((one) => currentKeys(one, world)).filter((keys): keys is Verified => keys !== undefined);
  if (hands.length < 2) throw new Problem('cosigner-missing');
  const day = localDate(now, 'UTC');
  const days = settingOn('referral-proposal', await tx.select().from(setting).where(eq(setting.key, 'referral-proposal')), day);

  return { first, second, hands, expiresAt: new Date(`${addDays(day, days)}T23:59:59.999Z`) };
}
