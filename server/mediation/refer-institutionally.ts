import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { foundCase } from '../vault/founding.ts';
import { judge, prepareReferral, sent, signatoryOf, type InstitutionalReferral, type Sent } from './institutional-referral.ts';
import { insertCase } from './open-case.ts';

/**
 * An institution refers, by the hand of whoever holds its function (D art. 6, 10 [L]): the director for non-medical staff,
 * the dean, the ARS, the prefect, the CNG, the ministers. It is no part of the case, and is told of its receipt and its end.
 * @throws Problem `not-found` without a mandate for that capacity, `invalid-body` for one held in several places and none named, `cosigner-missing` for medical staff, and as `judge`
 */
export async function referInstitutionally(core: Core, session: Session, body: InstitutionalReferral): Promise<Sent> {
  return refusing(core, session, 'refer-institutionally', async () => {
    const at = core.clock();
    const actor = { kind: 'person', id: session.person } as const;
    const judged = await core.database.withActor(actor, async (tx) => judge(tx, body, { referrer: await signatoryOf(tx, core, session.person, body, at), cosigners: [] }, at));
    const founding = foundCase(core.secrets.deployment.id, session.person, judged.route.office.id, 'refer');
    const prepared = await prepareReferral(core, session, body, judged, { caseId: founding.caseId, at, acts: [{ kind: 'refer', subject: founding.subject }] });

    await core.database.withActor(actor, async (tx) => {
      const written = await insertCase(tx, prepared);
      await core.journal.append(tx, {
        event: 'deed', act: 'refer-institutionally', actor: { kind: 'person', person: session.person, role: 'referrer' }, subject: { caseId: founding.caseId },
        detail: { capacity: body.capacity, tier: judged.route.tier, ...(body.override && { override: body.override }) }, written, signer: signerOf(session),
      });
    });

    return sent(prepared);
  });
}
