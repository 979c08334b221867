import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { deadline as deadlineTable } from '../../db/schema/index.ts';
import { deadline, type DeadlineRule } from '../../policies/charter/deadlines.ts';
import type { CaseParties } from './case-parties.ts';

/** The row a clock starts from, and its instant. */
export type Start = { caseId: string; table: string; id: string; at: Date };

/** Starts a clock of the charter (domain 9.4): due on a local day of the establishment; the zone itself is not stored. */
export async function startDeadline(tx: Tx, rule: DeadlineRule, { caseId, table, id, at }: Start, { zone, facts }: Pick<CaseParties, 'zone' | 'facts'>): Promise<string> {
  const { dueOn, dueAt } = deadline(rule, at, zone, facts.settings);
  await tx.insert(deadlineTable).values({ id: randomUUID(), caseId, rule, startTable: table, startId: id, startAt: at, dueOn, dueAt });

  return dueOn;
}

/** Stops every clock of a case that has come to an end. */
export async function meetEveryDeadline(tx: Tx, caseId: string, at: Date): Promise<void> {
  await tx.update(deadlineTable).set({ metAt: at }).where(and(eq(deadlineTable.caseId, caseId), isNull(deadlineTable.metAt)));
}

/** Stops the clocks of a rule that still run in a case: what they waited for has happened. */
export async function meetDeadline(tx: Tx, caseId: string, rule: DeadlineRule, at: Date): Promise<void> {
  await tx.update(deadlineTable).set({ metAt: at }).where(and(eq(deadlineTable.caseId, caseId), eq(deadlineTable.rule, rule), isNull(deadlineTable.metAt)));
}
