import { and, eq, sql } from 'drizzle-orm';
import { office, territory } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { ownOffices } from './own-offices.ts';

/** Where regional cases are, in steps wide enough to be counted; `late` counts those of the four first that are. */
export const stages = ['studied', 'answering', 'mediating', 'followed', 'ended', 'late'] as const;
export type Stage = (typeof stages)[number];

/** `null`: fewer than five, none included, which is not told (domain 7.4). */
export type TerritoryCounts = { territory: string; name: string; counts: Record<Stage, number | null> };

/**
 * How the territories go, in numbers without identity, for the national mediator and deputy (D art. 9 [L]: coordination).
 * @throws Problem `not-found` for anyone else
 */
export async function coordination(core: Core, session: Session): Promise<TerritoryCounts[]> {
  return refusing(core, session, 'coordination', () => core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    if ((await ownOffices(tx, core, session, 'national')).length === 0) throw new Problem('not-found');
    const [territories, counted] = await Promise.all([
      tx.select({ id: territory.id, name: territory.name }).from(territory).innerJoin(office, and(eq(office.territoryId, territory.id), eq(office.tier, 'regional'))).orderBy(territory.name),
      tx.execute<{ territory_id: string; stage: Stage; cases: number | null }>(sql`select * from coordination_counts()`),
    ]);
    await core.journal.append(tx, { event: 'listed', act: 'coordination', actor: { kind: 'person', person: session.person, role: 'presiding' }, detail: { count: territories.length }, signer: signerOf(session) });
    const countOf = (id: string, stage: Stage) => counted.find((row) => row.territory_id === id && row.stage === stage)?.cases ?? null;

    return territories.map(({ id, name }) => ({ territory: id, name, counts: Object.fromEntries(stages.map((stage) => [stage, countOf(id, stage)])) as TerritoryCounts['counts'] }));
  }));
}
