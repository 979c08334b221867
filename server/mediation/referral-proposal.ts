import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { referralProposal, referralProposalKey } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { loadWorld } from '../people/world.ts';
import { Problem } from '../problems.ts';
import { verifyAct } from '../vault/act.ts';
import { enc, idBytes, idFrom, instant, sha256 } from '../vault/bytes.ts';
import { EnvelopeError, open, seal } from '../vault/envelope.ts';
import { foundedCase } from '../vault/founding.ts';
import { pad, unpad } from '../vault/padding.ts';
import { openWith, SealError, sealTo } from '../vault/seal.ts';
import type { Verified } from '../vault/trust.ts';
import type { InstitutionalReferral } from './institutional-referral.ts';
import { sessionKeyOf } from './keys/certified.ts';
import type { ActRow } from './keys/view.ts';

export type ProposalRow = typeof referralProposal.$inferSelect;
export type ProposalFacts = Pick<ProposalRow, 'id' | 'caseId' | 'proposerId' | 'cosignerId' | 'expiresAt'>;

/** Seals a proposal to both hands, by name: no office holds a key of it, and no case exists. */
export async function sealProposal(deployment: string, facts: ProposalFacts, body: InstitutionalReferral, hands: readonly Verified[]): Promise<{ sealed: Uint8Array; keys: (typeof referralProposalKey.$inferInsert)[] }> {
  const key = new Uint8Array(randomBytes(32));
  const persons = hands.map(({ statement }) => statement.person);
  const sealed = await sealTo(hands.map(({ statement }) => ({ publicKey: statement.xwing, info: keyInfo(deployment, facts.id, statement.person), plaintext: key })));

  return {
    sealed: seal(key, context(deployment, facts), pad(JSON.stringify(body))),
    keys: sealed.map((one, place) => ({ proposalId: facts.id, personId: persons[place] as string, ...one })),
  };
}

/** The proposal of this id, for one of its two hands. @throws Problem `not-found` */
export async function findProposal(tx: Tx, id: string): Promise<ProposalRow> {
  const [row] = await tx.select().from(referralProposal).where(eq(referralProposal.id, id));
  if (!row) throw new Problem('not-found');

  return row;
}

/** @throws Problem `not-found` for anybody but that hand, `wrong-state` once answered, withdrawn or expired */
export function requireWaiting(row: ProposalRow, hand: 'proposerId' | 'cosignerId', { person }: Session, now: Date): void {
  if (row[hand] !== person) throw new Problem('not-found');
  if (proposalState(row, now) !== 'open') throw new Problem('wrong-state');
}

export function proposalState({ state, expiresAt }: Pick<ProposalRow, 'state' | 'expiresAt'>, now: Date): ProposalRow['state'] {
  return state === 'open' && expiresAt <= now ? 'expired' : state;
}

/** What is proposed, as either hand opens it. @throws Problem `key-missing` when it does not open, or is forgotten */
export async function openProposal(core: Core, session: Session, row: ProposalRow): Promise<InstitutionalReferral> {
  const deployment = core.secrets.deployment.id;
  const [held] = await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    tx.select().from(referralProposalKey).where(and(eq(referralProposalKey.proposalId, row.id), eq(referralProposalKey.personId, session.person))));
  if (!held || !row.sealed) throw new Problem('key-missing');

  try {
    const [key] = await openWith(session.xwingPrivateKey, [{ sealed: held, info: keyInfo(deployment, row.id, session.person) }]);

    return JSON.parse(unpad(open(key as Uint8Array, context(deployment, row), row.sealed))) as InstitutionalReferral;
  } catch (error) {
    if (error instanceof SealError || error instanceof EnvelopeError) throw new Problem('key-missing');

    throw error;
  }
}

/** The id of the act by which the first hand signs: it names the digest of what is proposed. */
export function proposalActId(sealed: Uint8Array): string {
  return idFrom(sha256(sealed).subarray(0, 16));
}

/** The first hand's act, if their session really signed it for this text, this second hand and this case. @throws Problem `signatures-missing` */
export async function firstHandsAct(tx: Tx, core: Core, row: ProposalRow): Promise<ActRow> {
  const world = await loadWorld(tx, core.secrets, row.actAt, { persons: [row.proposerId], certificates: [row.certificateId] });
  const act = { id: row.actId, kind: 'refer-jointly', caseId: row.caseId, subject: row.actSubject, compartment: null, previous: null, at: row.actAt };
  const key = sessionKeyOf(world, row.certificateId, row.proposerId, row.actAt);
  const isTheirs =
    key !== undefined && row.sealed !== null && row.actId === proposalActId(row.sealed) && verifyAct(key, world.deployment, act, row.signature) &&
    foundedCase(world.deployment, row.proposerId, row.caseId, row.actSubject, act.kind) && idFrom(row.actSubject.subarray(0, 16)) === row.cosignerId;
  if (!isTheirs) throw new Problem('signatures-missing');

  return { id: act.id, kind: act.kind, caseId: act.caseId, subject: act.subject, compartmentId: null, previousId: null, at: act.at, authorId: row.proposerId, certificateId: row.certificateId, signature: row.signature };
}

/** Answered or withdrawn: what it said is forgotten, with its keys. @throws Problem `acted-first` */
export async function forgetProposal(tx: Tx, { id }: Pick<ProposalRow, 'id'>, state: 'cosigned' | 'declined' | 'withdrawn', now: Date): Promise<void> {
  const [row] = await tx.select({ state: referralProposal.state }).from(referralProposal).where(eq(referralProposal.id, id)).for('update');
  if (row?.state !== 'open') throw new Problem('acted-first');
  await tx.delete(referralProposalKey).where(eq(referralProposalKey.proposalId, id));
  await tx.update(referralProposal).set({ state, sealed: null, answeredAt: now }).where(eq(referralProposal.id, id));
}

function context(deployment: string, { id, caseId, proposerId, cosignerId, expiresAt }: ProposalFacts): Uint8Array {
  return enc('referral-proposal', idBytes(deployment), idBytes(id), idBytes(caseId), idBytes(proposerId), idBytes(cosignerId), instant(expiresAt));
}

function keyInfo(deployment: string, proposal: string, person: string): Uint8Array {
  return enc('referral-proposal-key', idBytes(deployment), idBytes(proposal), idBytes(person));
}
