import { and, count, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { agreement, agreementSignature, party as partyTable } from '../../db/schema/index.ts';
import type { State } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { withIdentity } from '../people/with-identity.ts';
import { Problem } from '../problems.ts';
import { equal } from '../vault/bytes.ts';
import { performDeed } from './deed.ts';
import type { CaseView } from './keys/view.ts';
import { ownParty } from './own-party.ts';
import { agreementDigest } from './propose-agreement.ts';
import { reveal } from './reveal.ts';
import { agreementBytes } from './sign-agreement.ts';
import { meetDeadline } from './start-deadline.ts';

/** `item`: the proposal as read; `party`: needed only by who stands for several. */
export type Settling = { item: string; passphrase: string; party?: string };
export type Settled = { state: State; missing: number };

type Proposal = typeof agreement.$inferSelect;
type Signature = { proposal: Proposal; party: string; statementDigest: Uint8Array; signature: Uint8Array };

/**
 * A party signs the conciliator's proposal with their identity key; when every party has, the conciliation has succeeded.
 * @throws Problem `wrong-passphrase`, `not-found` while nothing is proposed, `consent-outdated` when a later text has replaced it, `acted-first` when signed already
 */
export async function settle(core: Core, session: Session, caseId: string, settling: Settling): Promise<Settled> {
  let signed: Signature | undefined;

  return performDeed(core, session, caseId, {
    act: 'settle',
    beforehand: async (view) => void (signed = await sign(core, session, view, settling)),
    change: async ({ tx, now, move }) => {
      const { proposal, party, statementDigest, signature } = signed as Signature;
      if ((await latestProposal(tx, caseId))?.id !== proposal.id) throw new Problem('consent-outdated');
      await refuseTwice(tx, proposal.id, party);
      await tx.insert(agreementSignature).values({ agreementId: proposal.id, caseId, partyId: party, personId: session.person, statementDigest, signature, at: now });

      const missing = await missingSignatures(tx, caseId, proposal.id);
      if (missing > 0) return { state: 'in_conciliation', missing };
      await move('agreed', { outcome: 'agreement_signed', closedAt: now });
      await meetDeadline(tx, caseId, 'local-conciliation', now);

      return { state: 'agreed', missing };
    },
  });
}

/** Behind the passphrase, outside any transaction. The session opens the text first: nobody signs a digest of another. */
async function sign(core: Core, session: Session, view: CaseView, { item, passphrase, party: wanted }: Settling): Promise<Signature> {
  const caseId = view.row.id;
  const party = ownParty(view, session.person, wanted);
  const proposal = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => latestProposal(tx, caseId), { caseId });
  if (!proposal) throw new Problem('not-found');
  const opened = (await reveal(core, session, caseId, [{ kind: 'agreement' }])).find(({ id }) => id === proposal.itemId);
  if (!opened) throw new Problem('key-missing');
  if (proposal.itemId !== item || !equal(agreementDigest(opened.text), proposal.textDigest)) throw new Problem('consent-outdated');

  return withIdentity(core, session, passphrase, (identity, statementDigest) => ({
    proposal, party, statementDigest, signature: identity.sign(agreementBytes(core.secrets.deployment.id, proposal, party)),
  }));
}

/** The conciliator's proposal made last, if any. */
export async function latestProposal(tx: Tx, caseId: string): Promise<Proposal | undefined> {
  const [latest] = await tx.select().from(agreement).where(and(eq(agreement.caseId, caseId), eq(agreement.kind, 'settlement'))).orderBy(desc(agreement.version)).limit(1);

  return latest;
}

async function refuseTwice(tx: Tx, agreementId: string, partyId: string): Promise<void> {
  const [before] = await tx.select().from(agreementSignature).where(and(eq(agreementSignature.agreementId, agreementId), eq(agreementSignature.partyId, partyId)));
  if (before) throw new Problem('acted-first');
}

async function missingSignatures(tx: Tx, caseId: string, agreementId: string): Promise<number> {
  const [parties] = await tx.select({ count: count() }).from(partyTable).where(eq(partyTable.caseId, caseId));
  const [signatures] = await tx.select({ count: count() }).from(agreementSignature).where(eq(agreementSignature.agreementId, agreementId));

  return (parties?.count ?? 0) - (signatures?.count ?? 0);
}
