import { and, eq, gt, isNull, lt, lte } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { absence } from '../../db/schema/index.ts';

/** Whether somebody is away from an office at this instant: then they take no case of it in charge. */
export async function isAway(tx: Tx, officeId: string, person: string, now: Date): Promise<boolean> {
  const running = await tx.select({ id: absence.id }).from(absence)
    .where(and(eq(absence.officeId, officeId), eq(absence.personId, person), isNull(absence.endedAt), lte(absence.fromAt, now), gt(absence.untilAt, now)));

  return running.length > 0;
}

/** Whether an absence of theirs, over or to come, meets these dates. */
export async function meetsAnother(tx: Tx, officeId: string, person: string, { from, until }: { from: Date; until: Date }): Promise<boolean> {
  const others = await tx.select({ id: absence.id }).from(absence)
    .where(and(eq(absence.officeId, officeId), eq(absence.personId, person), isNull(absence.endedAt), lt(absence.fromAt, until), gt(absence.untilAt, from)));

  return others.length > 0;
}

/** An absence is ended by whoever is back, whoever stands in, or whoever recorded it. */
export function mayEndAbsence({ personId, deputyId, recordedBy }: Pick<typeof absence.$inferSelect, 'personId' | 'deputyId' | 'recordedBy'>, person: string): boolean {
  return [personId, deputyId, recordedBy].includes(person);
}
