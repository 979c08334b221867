import { and, eq } from 'drizzle-orm';
import { office, territory } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';

/** The territories that have a regional office, hence somebody to ask: made public by an order, hence for anyone signed in. */
export async function regionalTerritories(core: Core, { person }: Session): Promise<{ territory: string; name: string }[]> {
  return core.database.withActor({ kind: 'person', id: person }, (tx) =>
    tx.select({ territory: territory.id, name: territory.name }).from(territory).innerJoin(office, and(eq(office.territoryId, territory.id), eq(office.tier, 'regional'))).orderBy(territory.name));
}
