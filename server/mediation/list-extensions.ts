import { asc, eq, sql } from 'drizzle-orm';
import { extension, extensionConsent } from '../../db/schema/index.ts';
import { answersTold } from '../../policies/answers-told.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { stayingParties } from './staying-parties.ts';

const concerned: readonly Standing[] = ['party', 'delegate', 'in-charge', 'stand-in'];

/**
 * The extensions proposed, and which parties have consented to each, for those whom they concern: a party is told of the
 * others once all have, and of how many before.
 * @throws Problem `not-found`
 */
export async function listExtensions(core: Core, session: Session, caseId: string) {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const mine = await tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`);
    if (!mine.some(({ standing }) => concerned.includes(standing))) throw new Problem('not-found');
    const [rows, consents, staying] = await Promise.all([
      tx.select().from(extension).where(eq(extension.caseId, caseId)).orderBy(asc(extension.proposedAt)),
      tx.select().from(extensionConsent).where(eq(extensionConsent.caseId, caseId)),
      stayingParties(tx, caseId),
    ]);

    return rows.map(({ id, dueOn, proposedAt, agreedAt }) => {
      const consentedBy = consents.filter(({ extensionId }) => extensionId === id).map(({ partyId }) => partyId);

      return { extension: id, dueOn, proposedAt: proposedAt.toISOString(), agreedAt: agreedAt?.toISOString() ?? null, consented: consentedBy.length, consentedBy: answersTold(mine, consentedBy, staying) };
    });
  }, { caseId });
}
