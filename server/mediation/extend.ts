import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { deadline, extension as extensionTable, extensionConsent } from '../../db/schema/index.ts';
import { endOfLocalDay, type LocalDate } from '../../policies/charter/calendar.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { concat, enc, idBytes, sha256, utf8 } from '../vault/bytes.ts';
import { answeringParty } from './answering-party.ts';
import { openCaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import { agreementDeadline, latestExtension, type ExtensionRow } from './propose-extension.ts';
import { stayingParties } from './staying-parties.ts';

/** `dueOn`: the day the party has read, which their signature covers. */
export type Extending = { extension: string; dueOn: LocalDate; party?: string };

/**
 * A party consents, signed, to more time (domain 9.3 [I]: by written consent of all). With the last consent the three
 * months end on the later day.
 * @throws Problem `not-found`, `wrong-state`, `consent-outdated` when another day was proposed since, `acted-first`
 */
export async function extend(core: Core, session: Session, caseId: string, { extension, dueOn, party: wanted }: Extending): Promise<{ consentedAt: string; isExtended: boolean }> {
  const { party } = await answeringParty(core, session, caseId, wanted);
  const actId = randomUUID();
  let zone = '';

  return performDeed(core, session, caseId, {
    act: 'extend',
    writesOnly: true,
    signs: party ? [{ id: actId, kind: 'extend', subject: extensionSubject(party, extension, dueOn) }] : [],
    beforehand: async () => void (zone = (await openCaseParties(core, session, caseId)).zone),
    change: async ({ tx, now }) => {
      if (!party) throw new Problem('not-found');
      const proposal = await readProposal(tx, caseId, extension, dueOn);
      const before = await tx.select().from(extensionConsent).where(eq(extensionConsent.extensionId, extension));
      if (before.some(({ partyId }) => partyId === party)) throw new Problem('acted-first');
      await tx.insert(extensionConsent).values({ extensionId: extension, caseId, partyId: party, personId: session.person, actId, at: now });
      const given = [party, ...before.map(({ partyId }) => partyId)];
      const isExtended = (await stayingParties(tx, caseId)).every((one) => given.includes(one));
      if (isExtended) await moveDeadline(tx, proposal, now, zone);

      return { consentedAt: now.toISOString(), isExtended };
    },
  });
}

/** What the session signs: the party (16 bytes) and the SHA-256 of the proposal and its day. */
export function extensionSubject(party: string, extension: string, dueOn: LocalDate): Uint8Array {
  return concat(idBytes(party), sha256(enc('extension', idBytes(extension), utf8(dueOn))));
}

async function readProposal(tx: Tx, caseId: string, asked: string, dueOn: LocalDate): Promise<ExtensionRow> {
  const latest = await latestExtension(tx, caseId);
  if (!latest) throw new Problem('not-found');
  if (latest.id !== asked || latest.dueOn !== dueOn) throw new Problem('consent-outdated');
  if (latest.agreedAt !== null) throw new Problem('acted-first');

  return latest;
}

async function moveDeadline(tx: Tx, { id, caseId, dueOn }: ExtensionRow, now: Date, zone: string): Promise<void> {
  const running = await agreementDeadline(tx, caseId);
  if (!running) throw new Problem('wrong-state');
  await tx.update(deadline).set({ dueOn, dueAt: endOfLocalDay(dueOn, zone) }).where(eq(deadline.id, running.id));
  await tx.update(extensionTable).set({ agreedAt: now }).where(eq(extensionTable.id, id));
}
