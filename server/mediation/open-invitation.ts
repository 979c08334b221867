import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { caseFile, item, territory } from '../../db/schema/index.ts';
import { shredPurposeOf } from '../../policies/access.ts';
import type { Tier } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import { Problem } from '../problems.ts';
import { dataKey } from '../vault/hkdf.ts';
import { openItem } from '../vault/item.ts';
import { holding, linkFrom, openInvitationRow, openInvited, readInvited, tryCode, type InvitationRow, type InvitedView } from './invitation-link.ts';
import { compartmentOf } from './keys/view.ts';

/** What a link shows before its code: which service writes and by when to answer. It names nobody. */
export type Announced = { tier: Tier; territory: string | null; answerBy: string; sentence: string; triesLeft: number };

const sentence =
  'Un service de médiation vous propose un échange. Vous êtes libre d’accepter ou de refuser, sans donner de raison. Saisissez le code qui vous a été remis par un autre moyen pour savoir de quoi il s’agit.';

/**
 * Looks at a link. Nothing is consumed, and nobody is named.
 * @throws Problem `not-found` for a guessed link, `acted-first` once answered, `link-expired`
 */
export async function announceInvitation(core: Core, linkText: string): Promise<Announced> {
  const link = linkFrom(linkText);

  return core.database.withActor(holding(link), async (tx) => {
    const { caseId, expiresAt, triesLeft } = await openInvitationRow(tx, link);
    const [row] = await tx.select({ tier: caseFile.tier, territory: territory.name }).from(caseFile).leftJoin(territory, eq(territory.id, caseFile.territoryId)).where(eq(caseFile.id, caseId));
    if (!row) throw new Problem('not-found');

    return { ...row, answerBy: expiresAt.toISOString(), sentence, triesLeft };
  });
}

/**
 * With link and code, shows the neutral object of the mediation, which carries the names the parties show each other; null
 * for the author of a request on paper, who is invited before it is written.
 * @throws Problem `code-wrong` (five tries), and as `announceInvitation`
 */
export async function openInvitation(core: Core, { link: linkText, code }: { link: string; code: string }): Promise<{ object: string | null; answerBy: string }> {
  const link = linkFrom(linkText);
  const row = await tryCode(core, link, code);
  const { invited, sealed } = await core.database.withActor(holding(link), async (tx) => {
    const invited = await readInvited(core, tx, row);
    await core.journal.append(tx, { event: 'deed-by-link', act: 'open-invitation', actor: { kind: 'visitor' }, subject: { caseId: row.caseId, invitation: row.id } });

    return { invited, sealed: compartmentOf(invited.view, 'object') ? await latestObject(tx, invited) : null };
  });
  const { byEpoch } = await openInvited(core, link, invited);

  return { object: sealed && (await openObject(core, row, invited, sealed, byEpoch)), answerBy: row.expiresAt.toISOString() };
}

type ItemRow = typeof item.$inferSelect;

async function latestObject(tx: Tx, { view }: InvitedView): Promise<ItemRow> {
  const place = compartmentOf(view, 'object');
  const [latest] = place ? await tx.select().from(item).where(and(eq(item.compartmentId, place.id), eq(item.kind, 'object'))).orderBy(desc(item.createdAt), desc(item.id)).limit(1) : [];
  if (!latest) throw new Problem('key-missing');

  return latest;
}

async function openObject(core: Core, { caseId }: InvitationRow, { view }: InvitedView, row: ItemRow, byEpoch: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const compartmentKey = byEpoch.get(row.epochId);
  const number = compartmentOf(view, 'object')?.epochs.find(({ id }) => id === row.epochId)?.number;
  const shredKey = (await core.shred.keys(caseId))[shredPurposeOf('object')];
  if (!compartmentKey || !shredKey || number === undefined) throw new Problem('key-missing');

  const at = { deployment: core.secrets.deployment.id, caseId, compartment: row.compartmentId, epoch: number };

  return openItem(dataKey({ ...at, compartmentKey, shredKey }), { ...at, id: row.id, version: row.version, kind: row.kind, author: row.authorId, createdAt: row.createdAt }, row.sealed);
}
