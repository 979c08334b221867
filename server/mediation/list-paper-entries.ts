import { asc, eq, sql } from 'drizzle-orm';
import { paperEntry } from '../../db/schema/index.ts';
import type { Standing } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';

export type ListedEntry = { entry: string; party: string; kind: string; channel: 'paper' | 'telephone'; receivedOn: string; enteredAt: string; attestedBy: string; scan: string | null; contestedAt: string | null };

/** Who sees every entry of a case; a party sees those made for them. */
const overseers: readonly Standing[] = ['secretary', 'register', 'in-charge', 'stand-in', 'delegate'];

/**
 * What was entered on paper, by whom, for which day, and what its party contests.
 * @throws Problem `not-found` out of reach
 */
export async function listPaperEntries(core: Core, session: Session, caseId: string): Promise<ListedEntry[]> {
  return refusing(core, session, 'list-paper-entries', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const mine = await tx.execute<{ standing: Standing; subject: string | null }>(sql`select standing, subject from own_standings(${caseId})`);
      const role = mine.find(({ standing }) => overseers.includes(standing)) ?? mine.find(({ standing }) => standing === 'party');
      if (!role) throw new Problem('not-found');

      const own = mine.flatMap(({ standing, subject }) => (standing === 'party' ? [subject] : []));
      const rows = (await tx.select().from(paperEntry).where(eq(paperEntry.caseId, caseId)).orderBy(asc(paperEntry.at))).filter(({ partyId }) => role.standing !== 'party' || own.includes(partyId));
      await core.journal.append(tx, { event: 'listed', act: 'paper-entries', actor: { kind: 'person', person: session.person, role: role.standing }, subject: { caseId }, detail: { count: rows.length }, signer: signerOf(session) });

      return rows.map(({ id, partyId, kind, channel, receivedOn, at, attestedBy, itemId, contestedAt }) => ({
        entry: id, party: partyId, kind, channel, receivedOn, enteredAt: at.toISOString(), attestedBy, scan: itemId, contestedAt: contestedAt?.toISOString() ?? null,
      }));
    }, { caseId }),
  );
}
