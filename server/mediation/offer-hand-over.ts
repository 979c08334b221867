import { randomUUID } from 'node:crypto';
import { and, eq, lte, ne, or } from 'drizzle-orm';
import { handOver } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { performDeed } from './deed.ts';
import { hasNoConflict } from './no-conflict.ts';

const week = 7 * 24 * 3_600_000;

/**
 * Whoever is in charge offers the case to a named person who may run one of this office. It stays theirs until the other
 * accepts; meanwhile the other reads what they read, so that at every moment somebody holds every key (decision 0010).
 * An offer lapses after seven days [I].
 * @throws Problem `not-found`, `undertaking-missing` for whoever does not preside here, `conflict-declared`, `acted-first`
 */
export async function offerHandOver(core: Core, session: Session, caseId: string, to: string): Promise<{ handOver: string; expiresAt: string }> {
  const at = core.clock();
  const id = randomUUID();
  const act = { id: randomUUID(), kind: 'offer-hand-over' as const, subject: idBytes(to) };

  return performDeed(core, session, caseId, {
    act: 'offer-hand-over',
    guards: async (tx, view) => ({
      'undertakings-valid': to !== session.person && view.standings.some(({ person, standing }) => person === to && standing === 'presiding'),
      'no-conflict-declared': await hasNoConflict(tx, view, to),
    }),
    signs: [act],
    after: (view) => [...view.standings, { person: to, standing: 'successor', subject: null, since: at }],
    change: async ({ tx, now }) => {
      const pending = and(eq(handOver.caseId, caseId), eq(handOver.state, 'pending'));
      // One that lapsed, or that somebody made who has left since, stands in nobody's way.
      await tx.update(handOver).set({ state: 'lapsed', answeredAt: now }).where(and(pending, or(lte(handOver.expiresAt, now), ne(handOver.fromPerson, session.person))));
      if ((await tx.select({ id: handOver.id }).from(handOver).where(pending)).length > 0) throw new Problem('acted-first');

      const expiresAt = new Date(now.getTime() + week);
      await tx.insert(handOver).values({ id, caseId, fromPerson: session.person, toPerson: to, actId: act.id, state: 'pending', offeredAt: now, expiresAt });

      return { handOver: id, expiresAt: expiresAt.toISOString() };
    },
  });
}
