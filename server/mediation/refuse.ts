import { randomUUID } from 'node:crypto';
import { consent as consentTable } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { answeringParty } from './answering-party.ts';
import { consentVersion } from './consent-text.ts';
import { performDeed } from './deed.ts';
import { endOpenLinks } from './open-links.ts';
import { meetDeadline } from './start-deadline.ts';

/**
 * A party refuses, signed; no reason is asked, and without every consent there is no mediation (Ch 9, 10 [C]). Somebody who
 * had consented may still refuse while another answer is awaited. Open links die.
 * @throws Problem `wrong-state`, `not-found`
 */
export async function refuse(core: Core, session: Session, caseId: string, { party: wanted }: { party?: string } = {}): Promise<{ state: 'refused' }> {
  const { tier, party } = await answeringParty(core, session, caseId, wanted);
  const actId = randomUUID();

  return performDeed(core, session, caseId, {
    act: 'refuse',
    signs: party ? [{ id: actId, kind: 'refuse', subject: idBytes(party) }] : [],
    change: async ({ tx, now, move }) => {
      if (!party) throw new Problem('not-found');
      const answer = { personId: session.person, answer: 'refuse' as const, textVersion: consentVersion(tier), actId, at: now, attestedBy: null, receivedOn: null };
      await tx.insert(consentTable).values({ caseId, partyId: party, ...answer }).onConflictDoUpdate({ target: [consentTable.caseId, consentTable.partyId], set: answer });
      await endOpenLinks(tx, caseId, now);
      await meetDeadline(tx, caseId, 'consent-answer', now);
      await move('refused', { outcome: 'party_refused', closedAt: now });

      return { state: 'refused' };
    },
  });
}
