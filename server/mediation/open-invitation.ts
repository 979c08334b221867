import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { caseFile, deadline, territory } from '../../db/schema/index.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Tier } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import { Problem } from '../problems.ts';
import { holding, linkFrom, openInvitationRow, openInvited, readInvited, tryCode, type InvitedView } from './invitation-link.ts';
import { latestInvited, openInvitedItem } from './invited-item.ts';
import { compartmentOf } from './keys/view.ts';

/** What a link shows before its code: which service writes, until when the link works, and by which day to come answers are awaited. It names nobody. */
export type Announced = { tier: Tier; territory: string | null; answerBy: string; awaitedOn: LocalDate | null; sentence: string; triesLeft: number };

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
    const awaited = and(eq(deadline.caseId, caseId), eq(deadline.rule, 'consent-answer'), isNull(deadline.metAt), gt(deadline.dueAt, core.clock()));
    const [consents] = await tx.select({ dueOn: deadline.dueOn }).from(deadline).where(awaited);

    return { ...row, answerBy: expiresAt.toISOString(), awaitedOn: consents?.dueOn ?? null, sentence, triesLeft };
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

    return { invited, sealed: await latestObject(tx, invited) };
  });
  const { byEpoch } = await openInvited(core, link, invited);

  return { object: sealed ? await openInvitedItem(core, invited, sealed, object, byEpoch) : null, answerBy: row.expiresAt.toISOString() };
}

const object = { kind: 'object', as: 'object' } as const;

async function latestObject(tx: Tx, invited: InvitedView) {
  const latest = await latestInvited(tx, invited, object);
  if (!latest && compartmentOf(invited.view, 'object')) throw new Problem('key-missing');

  return latest;
}
