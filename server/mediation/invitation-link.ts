import { and, eq, sql } from 'drizzle-orm';
import type { Actor, Tx } from '../../db/client.ts';
import { invitation, keyGrant } from '../../db/schema/index.ts';
import type { Core } from '../core.ts';
import { loadWorld } from '../people/world.ts';
import { Problem } from '../problems.ts';
import { fromBase64url } from '../vault/bytes.ts';
import { openGrants } from '../vault/grant.ts';
import { invitationKeys, linkHash, type InvitationKeys } from '../vault/invitation.ts';
import type { World } from '../vault/trust.ts';
import { whoMatters } from './keys/unlock.ts';
import { isCode } from './invitation-code.ts';
import { prove } from './keys/proven.ts';
import { grantOf, isBelieved, type GrantRow } from './keys/unlock.ts';
import { loadCase, type CaseView } from './keys/view.ts';

export type InvitationRow = typeof invitation.$inferSelect;

/** The secret a link carries (160 bits) and the hash by which the database finds its invitation. */
export type Link = { secret: Uint8Array; hash: Uint8Array };

/** @throws Problem `not-found` for anything that is not a link of ours */
export function linkFrom(text: string): Link {
  try {
    const secret = fromBase64url(text);
    if (secret.length === 20) return { secret, hash: linkHash(secret) };
  } catch {
    // Falls through: a malformed link is a link nobody sent.
  }

  throw new Problem('not-found');
}

/**
 * The open invitation of the actor's link, locked.
 * @throws Problem `not-found` for a guessed link, `acted-first` once it is answered, `link-expired`
 */
export async function openInvitationRow(tx: Tx, link: Link): Promise<InvitationRow> {
  const [row] = await tx.select().from(invitation).where(and(eq(invitation.linkHash, link.hash), eq(invitation.state, 'open'), sql`${invitation.expiresAt} > entente_now()`)).for('update');
  if (row) return row;

  const [known] = await tx.execute<{ state: string | null }>(sql`select state_of_link() as state`);
  if (!known?.state) throw new Problem('not-found');

  throw new Problem(known.state === 'accepted' || known.state === 'declined' ? 'acted-first' : 'link-expired');
}

/**
 * Tries the code that came another way, in a transaction of its own: a wrong one stays counted whatever follows. After
 * five, the right one is answered like a wrong one.
 * @throws Problem `code-wrong`, and as `openInvitationRow`
 */
export async function tryCode(core: Core, link: Link, code: string): Promise<InvitationRow> {
  const { row, isRight } = await core.database.withActor({ kind: 'visitor', link: link.hash }, async (tx) => {
    const row = await openInvitationRow(tx, link);
    const isRight = isCode(core, row, code) && row.triesLeft > 0;
    if (!isRight) await countWrong(core, tx, row);

    return { row, isRight };
  });
  if (!isRight) throw new Problem('code-wrong');

  return row;
}

/** Once no try is left, another is worth neither a count nor a line of the journal. */
async function countWrong(core: Core, tx: Tx, { id, caseId, triesLeft }: InvitationRow): Promise<void> {
  if (triesLeft === 0) return;
  await tx.update(invitation).set({ triesLeft: triesLeft - 1 }).where(eq(invitation.id, id));
  await core.journal.append(tx, { event: 'refused', act: 'open-invitation', actor: { kind: 'visitor' }, subject: { caseId, invitation: id }, detail: { why: 'code-wrong' } });
}

/** A case as the holder of a link sees it: its facts, and the keys sealed to the link, still shut. */
export type InvitedView = { view: CaseView; grants: GrantRow[]; world: World };

/** @param also persons whose statements are needed besides: whoever accepts */
export async function readInvited(core: Core, tx: Tx, row: InvitationRow, also: readonly string[] = []): Promise<InvitedView> {
  const view = await loadCase(tx, row.caseId);
  if (!view) throw new Problem('not-found');
  const grants = await tx.select().from(keyGrant).where(and(eq(keyGrant.caseId, row.caseId), eq(keyGrant.recipientKind, 'invitation'), eq(keyGrant.recipientId, row.id)));
  const { persons, certificates } = whoMatters(view, [], { rings: [], grants, shares: [] });

  return { view, grants, world: await loadWorld(tx, core.secrets, core.clock(), { persons: [...persons, ...also], certificates }) };
}

export type OpenedInvitation = { keys: InvitationKeys; byEpoch: Map<string, Uint8Array> };

/** Opens with the link's key the grants that signatures bear out; another is left shut. */
export async function openInvited(core: Core, link: Link, { view, grants, world }: InvitedView): Promise<OpenedInvitation> {
  const deployment = core.secrets.deployment.id;
  const keys = await invitationKeys(link.secret);
  const proven = prove(view, world);
  const believed = grants.filter((row) => isBelieved(row, { deployment, view, world, proven }));
  const opened = await openGrants(keys.xwing.privateKey, believed.map((row) => grantOf(deployment, view, row)));

  return { keys, byEpoch: new Map(believed.map(({ epochId }, place) => [epochId, opened[place] as Uint8Array])) };
}

/** Who somebody is while they hold a link: nobody, or the person they are signed in as. */
export function holding(link: Link, person?: string): Actor {
  return person === undefined ? { kind: 'visitor', link: link.hash } : { kind: 'person', id: person, link: link.hash };
}
