import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { agreementSignature } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { concat, idBytes } from '../vault/bytes.ts';
import type { CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { paperDays, paperGuards, paperPlace, recordPaper, type Paper } from './paper-entry.ts';
import { latestAgreement } from './propose-agreement.ts';
import { meetDeadline } from './start-deadline.ts';
import { stayingParties } from './staying-parties.ts';

/** `agreement`: the proposal whose printed copy came back signed. */
export type PaperSignature = Paper & { agreement: string };

/**
 * The secretary enters an agreement signed on paper (D art. 13 [L]). They attest that it came back signed; they do not read
 * it, and no key of the party signs. Once every party has signed, the case is agreed.
 * @throws Problem `not-found`, `wrong-state`, `consent-outdated` when a later text exists, `acted-first`, `conflict-declared`
 */
export async function enterSignature(core: Core, session: Session, caseId: string, paper: PaperSignature): Promise<{ isAgreed: boolean; entry: string }> {
  const actId = randomUUID();
  let place: CaseParties | undefined;

  return performDeed(core, session, caseId, {
    act: 'enter-signature',
    signs: [{ id: actId, kind: 'enter-signature', subject: concat(idBytes(paper.party), idBytes(paper.agreement)) }],
    guards: (tx, view) => paperGuards(tx, view, session, paper),
    beforehand: async () => void (place = await paperDays(core, session, caseId, paper)),
    creates: () => [paperPlace(paper)],
    change: async (work) => {
      const { tx, now, move } = work;
      const latest = await latestAgreement(tx, caseId);
      if (latest?.id !== paper.agreement) throw new Problem('consent-outdated');
      const before = await tx.select({ party: agreementSignature.partyId }).from(agreementSignature).where(eq(agreementSignature.agreementId, paper.agreement));
      if (before.some(({ party }) => party === paper.party)) throw new Problem('acted-first');

      const { entry, countsFrom } = await recordPaper(work, session, paper, { kind: 'signature', actId, place: place as CaseParties });
      await tx.insert(agreementSignature).values({ agreementId: paper.agreement, caseId, partyId: paper.party, attestedBy: session.person, receivedOn: paper.receivedOn, at: countsFrom });
      const isSignedByAll = (await stayingParties(tx, caseId)).every((id) => id === paper.party || before.some(({ party }) => party === id));
      const isAgreed = isSignedByAll && !latest.isPartial;
      if (isAgreed) {
        await move('agreed', { outcome: 'agreement_signed' });
        await meetDeadline(tx, caseId, 'agreement', now);
      }

      return { isAgreed, entry };
    },
  });
}
