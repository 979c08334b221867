import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { deadline, extension } from '../../db/schema/index.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';

export type ExtensionRow = typeof extension.$inferSelect;

/**
 * A delegate or a party proposes that the three months end on a later day [I]; a new proposal replaces the former. Nothing
 * moves before every party has consented (see `extend`).
 * @throws Problem `not-found`, `wrong-state`, `invalid-body` for a day that is not later
 */
export async function proposeExtension(core: Core, session: Session, caseId: string, { dueOn }: { dueOn: LocalDate }): Promise<{ extension: string; dueOn: LocalDate }> {
  return performDeed(core, session, caseId, {
    act: 'propose-extension',
    writesOnly: true,
    change: async ({ tx, now }) => {
      const running = await agreementDeadline(tx, caseId);
      if (!running) throw new Problem('wrong-state');
      if (dueOn <= running.dueOn) throw new Problem('invalid-body', { errors: [{ field: 'dueOn', message: 'Indiquez un jour postérieur au terme actuel.' }] });
      const id = randomUUID();
      await tx.insert(extension).values({ id, caseId, dueOn, proposedBy: session.person, proposedAt: now });

      return { extension: id, dueOn };
    },
  });
}

/** The clock of the three months that still runs. */
export async function agreementDeadline(tx: Tx, caseId: string): Promise<typeof deadline.$inferSelect | undefined> {
  const [running] = await tx.select().from(deadline).where(and(eq(deadline.caseId, caseId), eq(deadline.rule, 'agreement'), isNull(deadline.metAt))).orderBy(desc(deadline.startAt)).limit(1);

  return running;
}

/** The proposal made last, if any. */
export async function latestExtension(tx: Tx, caseId: string): Promise<ExtensionRow | undefined> {
  const [latest] = await tx.select().from(extension).where(eq(extension.caseId, caseId)).orderBy(desc(extension.proposedAt)).limit(1);

  return latest;
}
