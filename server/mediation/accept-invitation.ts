import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { act as actTable, caseFile, invitation, item, representative, ringKey } from '../../db/schema/index.ts';
import { isTimely } from '../../policies/decide.ts';
import type { State } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import type { Written } from '../journal/entry.ts';
import { rowOf } from '../journal/row-id.ts';
import { firstContact } from '../people/choose-contact.ts';
import { prepareEnrolment, writeEnrolment, type Enrolment, type EnrolmentRequest } from '../people/enrol.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { verifyCurrent } from '../vault/chain.ts';
import { signAcceptance, type Acceptance } from '../vault/invitation.ts';
import { statementDigest } from '../vault/statement.ts';
import { UntrustedError, type World } from '../vault/trust.ts';
import { authorOnPaper } from './author-on-paper.ts';
import { actRow } from './signed-act.ts';
import { holding, linkFrom, openInvitationRow, openInvited, readInvited, tryCode, type InvitationRow, type InvitedView, type Link } from './invitation-link.ts';
import { ownRing, sealInvited } from './invited-rows.ts';
import type { ActRow } from './keys/view.ts';
import { completedEntry, entryBefore } from './own-entry.ts';
import type { InvitedEntry } from './request-body.ts';

/** Somebody signed in, or somebody who makes their account with the same gesture. */
export type Acceptor = { session: Session } | { newcomer: EnrolmentRequest };

/** What somebody says when they accept: of themselves, as far as they wish, and their account. */
export type OwnWords = { entry?: InvitedEntry; account?: string };

export type Accepted = { case: string; party: string; enrolment?: Enrolment };

type Prepared = {
  row: InvitationRow; link: Link; channel: string | undefined; holders: number; session: Session; enrolment?: Enrolment; accept: ActRow; acceptance: Acceptance;
  rings: (typeof ringKey.$inferInsert)[]; items: (typeof item.$inferInsert)[];
};

/**
 * Takes up an invitation: the link's key signs the acceptor's statement, what was sealed to the link becomes their own
 * access, and the link dies, in one transaction (design 4). What they say of themselves and their account may come with it.
 * @throws Problem `code-wrong`, `acted-first`, `link-expired`, `wrong-state` once the case has moved on, `suspended`, `conflict-declared`
 *   for somebody who already has a part in the case, and as `prepareEnrolment`
 */
export async function acceptInvitation(core: Core, acceptor: Acceptor, given: { link: string; code: string } & OwnWords): Promise<Accepted> {
  const link = linkFrom(given.link);
  const row = await tryCode(core, link, given.code);
  const enrolment = 'newcomer' in acceptor ? await prepareEnrolment(core, acceptor.newcomer) : undefined;
  const session = 'session' in acceptor ? acceptor.session : (enrolment as Enrolment).opened.session;

  for (let attempt = 1; ; attempt++) {
    const prepared = await prepare(core, { row, link, session, enrolment, words: given });
    const isDone = await core.database.withActor(holding(link, session.person), (tx) => commit(core, tx, prepared));
    if (isDone) return { case: row.caseId, party: row.partyId, ...(enrolment && { enrolment }) };
    if (attempt === 2) throw new Problem('changed-meanwhile');
  }
}

type Preparing = { row: InvitationRow; link: Link; session: Session; enrolment: Enrolment | undefined; words: OwnWords };

async function prepare(core: Core, { row, link, session, enrolment, words }: Preparing): Promise<Prepared> {
  const at = core.clock();
  const deployment = core.secrets.deployment.id;
  const { invited, before } = await core.database.withActor(holding(link, enrolment ? undefined : session.person), async (tx) => {
    await openInvitationRow(tx, link);
    const invited = await readInvited(core, tx, row, [session.person]);

    return { invited, before: words.entry && (await entryBefore(core, tx, invited, row.partyId, words.entry)) };
  });
  refuseInsiders(invited, session.person);

  const digest = enrolment ? statementDigest(enrolment.statement) : currentDigest(session.person, invited.world);
  const { keys, byEpoch } = await openInvited(core, link, invited);
  const entry = before && words.entry && (await completedEntry(core, invited, before, byEpoch, words.entry));

  return {
    row, link, session, channel: words.entry?.contact?.channel, holders: invited.view.row.holders, ...(enrolment && { enrolment }),
    accept: actRow(core, session, row.caseId, { id: randomUUID(), kind: 'accept', subject: idBytes(row.partyId), previous: row.actId }, at),
    acceptance: signAcceptance(keys.identity, deployment, row.id, digest),
    rings: ownRing({ deployment, session, view: invited.view, byEpoch, at }),
    items: sealInvited({ deployment, session, view: invited.view, byEpoch, at, party: row.partyId, shred: await core.shred.keys(row.caseId), words: { ...words, entry } }),
  };
}

/** A stolen link gives nobody a second part in the same case. */
function refuseInsiders({ view }: InvitedView, person: string): void {
  if (view.standings.some((held) => held.person === person)) throw new Problem('conflict-declared');
}

function currentDigest(person: string, world: World): Uint8Array {
  try {
    return verifyCurrent(person, world).digest;
  } catch (error) {
    if (error instanceof UntrustedError) throw new Problem('signed-out');

    throw error;
  }
}

/** False when the case changed since it was read. The link reaches the case until the last lines. */
async function commit(core: Core, tx: Tx, { row, link, channel, holders, session, enrolment, accept, acceptance, rings, items }: Prepared): Promise<boolean> {
  const now = core.clock();
  const { id, caseId, partyId } = row;
  const [locked] = await tx.select({ holders: caseFile.holders, tier: caseFile.tier, state: caseFile.state, suspendedAt: caseFile.suspendedAt }).from(caseFile).where(eq(caseFile.id, caseId)).for('update');
  await openInvitationRow(tx, link);
  if (locked && locked.suspendedAt !== null) throw new Problem('suspended');
  const act = (await authorOnPaper(tx, caseId)) === partyId ? 'accept-author-invitation' : 'accept-invitation';
  if (locked && !isTimely(act, { tier: locked.tier, state: locked.state as State })) throw new Problem('wrong-state');
  if (locked?.holders !== holders) return false;

  if (enrolment) {
    await writeEnrolment(tx, core, enrolment);
    await firstContact(tx, session.person, channel, now);
  }
  await tx.insert(actTable).values(accept);
  await tx.insert(representative).values({ id: randomUUID(), caseId, partyId, personId: session.person, actId: accept.id, since: now });
  if (rings.length > 0) await tx.insert(ringKey).values(rings);
  if (items.length > 0) await tx.insert(item).values(items);
  await tx.execute(sql`update case_file set holders = holders + 1 where id = ${caseId}`);
  await tx.update(invitation).set({ state: 'accepted', answeredAt: now, acceptDigest: acceptance.statementDigest, acceptSignature: acceptance.signature }).where(eq(invitation.id, id));
  await tx.execute(sql`select sweep_case(${caseId})`);
  const written: Written[] = items.map((one) => ({ table: 'item', row: rowOf(one.id, one.version), ciphertext: one.sealed }));
  await core.journal.append(tx, {
    event: 'deed', act: 'accept-invitation', actor: { kind: 'person', person: session.person, role: 'party' }, subject: { caseId, party: partyId, invitation: id }, written, signer: signerOf(session),
  });

  return true;
}
