import { eq } from 'drizzle-orm';
import { agreementSignature } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { withIdentity } from '../people/with-identity.ts';
import { Problem } from '../problems.ts';
import { enc, equal, idBytes } from '../vault/bytes.ts';
import { performDeed } from './deed.ts';
import { ownParty } from './own-party.ts';
import { agreementDigest, latestAgreement, type AgreementRow } from './propose-agreement.ts';
import { reveal } from './reveal.ts';
import { meetDeadline } from './start-deadline.ts';
import { stayingParties } from './staying-parties.ts';

export type Signing = { agreement: string; passphrase: string; party?: string };
type Signed = { row: AgreementRow; party: string; statementDigest: Uint8Array; signature: Uint8Array };

/**
 * A party signs the agreement they have read, with their identity key, behind the passphrase (D art. 13 [L]). The session
 * opens the text and checks it against the digest first. Once every party has signed, the case is agreed;
 * of a text marked partial a delegate records it (see `agreeInPart`).
 * @throws Problem `not-found`, `wrong-state`, `consent-outdated` when a later text exists, `wrong-passphrase`, `acted-first`
 */
export async function signAgreement(core: Core, session: Session, caseId: string, asked: Signing): Promise<{ signedAt: string; isSignedByAll: boolean; isAgreed: boolean }> {
  let signed: Signed;

  return performDeed(core, session, caseId, {
    act: 'sign-agreement',
    beforehand: async (view) => {
      const party = ownParty(view, session.person, asked.party);
      const row = await readProposal(core, session, caseId, asked.agreement);
      signed = await withIdentity(core, session, asked.passphrase, (identity, statementDigest) => ({
        row, party, statementDigest, signature: identity.sign(agreementBytes(core.secrets.deployment.id, row, party)),
      }));
    },
    change: async ({ tx, now, move }) => {
      const { row, party, statementDigest, signature } = signed;
      if ((await latestAgreement(tx, caseId))?.id !== row.id) throw new Problem('consent-outdated');
      const before = await tx.select({ party: agreementSignature.partyId }).from(agreementSignature).where(eq(agreementSignature.agreementId, row.id));
      if (before.some((one) => one.party === party)) throw new Problem('acted-first');

      await tx.insert(agreementSignature).values({ agreementId: row.id, caseId, partyId: party, personId: session.person, statementDigest: Buffer.from(statementDigest), signature: Buffer.from(signature), at: now });
      const isSignedByAll = (await stayingParties(tx, caseId)).every((id) => id === party || before.some((one) => one.party === id));
      const isAgreed = isSignedByAll && !row.isPartial;
      if (isAgreed) {
        await move('agreed', { outcome: 'agreement_signed' });
        await meetDeadline(tx, caseId, 'agreement', now);
      }

      return { signedAt: now.toISOString(), isSignedByAll, isAgreed };
    },
  });
}

/** What the identity key of a party signs. */
export function agreementBytes(deployment: string, { id, caseId, textDigest }: Pick<AgreementRow, 'id' | 'caseId' | 'textDigest'>, party: string): Uint8Array {
  return enc('agreement', idBytes(deployment), idBytes(caseId), idBytes(id), textDigest, idBytes(party));
}

/** The proposal as this session opens it: nobody signs a digest of another text. */
async function readProposal(core: Core, session: Session, caseId: string, asked: string): Promise<AgreementRow> {
  const row = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => latestAgreement(tx, caseId), { caseId });
  if (row?.id !== asked) throw new Problem('consent-outdated');
  const opened = (await reveal(core, session, caseId, [{ kind: 'agreement' }])).find(({ id }) => id === row.itemId);
  if (!opened) throw new Problem('key-missing');
  if (!equal(agreementDigest(opened.text), new Uint8Array(row.textDigest))) throw new Problem('consent-outdated');

  return row;
}
