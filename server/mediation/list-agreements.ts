import { asc, eq, sql } from 'drizzle-orm';
import { agreement, agreementSignature } from '../../db/schema/index.ts';
import { readers } from '../../policies/access.ts';
import { answersTold } from '../../policies/answers-told.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { stayingParties } from './staying-parties.ts';

/** `signed`: how many parties have. `signedBy`: which; a party is told of the others once all have (policies/course). */
export type ListedAgreement = { agreement: string; version: number; isPartial: boolean; item: string; proposedAt: string; signed: number; signedBy: string[] };

/**
 * The proposals of a case and which parties have signed each, for those who read them; the text is read apart.
 * @throws Problem `not-found`
 */
export async function listAgreements(core: Core, session: Session, caseId: string): Promise<ListedAgreement[]> {
  return refusing(core, session, 'list-agreements', () => core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const mine = await tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`);
    const role = mine.map(({ standing }) => standing).find((standing) => readers.agreement.some((reader) => reader.standing === standing));
    if (!role) throw new Problem('not-found');

    const [rows, signatures, staying] = await Promise.all([
      tx.select().from(agreement).where(eq(agreement.caseId, caseId)).orderBy(asc(agreement.version)),
      tx.select().from(agreementSignature).where(eq(agreementSignature.caseId, caseId)),
      stayingParties(tx, caseId),
    ]);
    await core.journal.append(tx, { event: 'listed', act: 'agreements', actor: { kind: 'person', person: session.person, role }, subject: { caseId }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map(({ id, version, isPartial, itemId, proposedAt }) => {
      const signedBy = signatures.filter(({ agreementId }) => agreementId === id).map(({ partyId }) => partyId);

      return { agreement: id, version, isPartial, item: itemId, proposedAt: proposedAt.toISOString(), signed: signedBy.length, signedBy: answersTold(mine, signedBy, staying) };
    });
  }, { caseId }));
}
