import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { functionsMeant, type Signatory } from '../../policies/charter/referrers.ts';
import type { InstitutionalCapacity } from '../../policies/charter/words.ts';
import { capacitiesOf } from '../people/offices/institution.ts';
import { judge, prepareReferral, sent, type Sent } from './institutional-referral.ts';
import { insertCase } from './open-case.ts';
import { firstHandsAct, forgetProposal, findProposal, openProposal, requireWaiting } from './referral-proposal.ts';

/**
 * The second hand signs (D art. 6 [L]), and the case begins at that instant, which is t0. Both capacities are judged anew, and
 * the first hand's signature is checked against the text as it opens.
 * @throws Problem `not-found`, `wrong-state` once answered or expired, `signatures-missing`, `cosigner-missing` when the first
 *   has left that function, and as `judge`
 */
export async function cosignReferral(core: Core, session: Session, proposal: string): Promise<Sent> {
  return refusing(core, session, 'cosign-referral', async () => {
    const at = core.clock();
    const actor = { kind: 'person', id: session.person } as const;
    const { row, act } = await core.database.withActor(actor, async (tx) => {
      const row = await findProposal(tx, proposal);
      requireWaiting(row, 'cosignerId', session, at);

      return { row, act: await firstHandsAct(tx, core, row) };
    });
    const proposed = await openProposal(core, session, row);
    const body = { ...proposed, capacity: row.cosignerCapacity as InstitutionalCapacity };
    const judged = await core.database.withActor(actor, async (tx) => {
      // Both sign for the same place.
      const hand = async (person: string, capacity: InstitutionalCapacity) => functionsMeant(await capacitiesOf(tx, core, person, at), { capacity, place: proposed.place })[0];
      const [second, first] = await Promise.all([hand(session.person, body.capacity), hand(row.proposerId, proposed.capacity)]);
      if (!second) throw new Problem('referrer-not-competent');

      return judge(tx, body, { referrer: second, cosigners: [first].filter((one): one is Signatory => one !== undefined) }, at);
    });
    const prepared = await prepareReferral(core, session, body, judged, {
      caseId: row.caseId, at, carried: [act], acts: [{ kind: 'cosign', subject: null, previous: act.id }],
      firstHand: { person: row.proposerId, capacity: row.proposerCapacity, actId: act.id, at: act.at },
    });

    await core.database.withActor(actor, async (tx) => {
      const written = await insertCase(tx, prepared);
      await forgetProposal(tx, row, 'cosigned', at);
      await core.journal.append(tx, {
        event: 'deed', act: 'cosign-referral', actor: { kind: 'person', person: session.person, role: 'referrer' }, subject: { caseId: row.caseId, person: row.proposerId, proposal },
        detail: { capacity: row.cosignerCapacity, tier: judged.route.tier }, written, signer: signerOf(session),
      });
    });

    return sent(prepared);
  });
}
