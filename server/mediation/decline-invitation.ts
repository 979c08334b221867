import { eq, sql } from 'drizzle-orm';
import { caseFile, invitation } from '../../db/schema/index.ts';
import type { Core } from '../core.ts';
import { invitationKeys, signDecline } from '../vault/invitation.ts';
import { holding, linkFrom, openInvitationRow, tryCode } from './invitation-link.ts';

/**
 * Declines with link and code, without an account: signed by the link's own key. No reason is asked, and nobody is told
 * more than that the invitation was declined (Ch 9 [C]).
 * @throws Problem `code-wrong`, `not-found`, `acted-first`, `link-expired`
 */
export async function declineInvitation(core: Core, { link: linkText, code }: { link: string; code: string }): Promise<void> {
  const link = linkFrom(linkText);
  const { id, caseId } = await tryCode(core, link, code);
  const { identity } = await invitationKeys(link.secret);
  const declineSignature = signDecline(identity, core.secrets.deployment.id, id);

  await core.database.withActor(holding(link), async (tx) => {
    await tx.select({ id: caseFile.id }).from(caseFile).where(eq(caseFile.id, caseId)).for('update');
    await openInvitationRow(tx, link);
    // The link reaches the case only until it is answered.
    await tx.execute(sql`update case_file set holders = holders + 1 where id = ${caseId}`);
    await tx.update(invitation).set({ state: 'declined', answeredAt: core.clock(), declineSignature }).where(eq(invitation.id, id));
    await tx.execute(sql`select sweep_case(${caseId})`);
    await core.journal.append(tx, { event: 'deed-by-link', act: 'decline-invitation', actor: { kind: 'visitor' }, subject: { caseId, invitation: id } });
  });
}
