import { and, asc, eq, gt, or } from 'drizzle-orm';
import { caseFile, handOver } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';

/** The offers one has made or was made, and that wait for an answer. */
export async function listHandOvers(core: Core, session: Session) {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
    const rows = await tx.select({ offer: handOver, reference: caseFile.reference }).from(handOver).innerJoin(caseFile, eq(caseFile.id, handOver.caseId))
      .where(and(eq(handOver.state, 'pending'), gt(handOver.expiresAt, now), or(eq(handOver.fromPerson, session.person), eq(handOver.toPerson, session.person)))).orderBy(asc(handOver.offeredAt));
    await core.journal.append(tx, { event: 'listed', act: 'hand-overs', actor: { kind: 'person', person: session.person }, detail: { count: rows.length }, signer: signerOf(session) });

    return rows.map(({ offer, reference }) => ({
      case: offer.caseId, reference, from: offer.fromPerson, to: offer.toPerson, offeredAt: offer.offeredAt.toISOString(), expiresAt: offer.expiresAt.toISOString(),
    }));
  });
}
