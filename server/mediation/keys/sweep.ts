import { sql } from 'drizzle-orm';
import type { Core } from '../../core.ts';

/**
 * `system:grants`, every minute: takes back keys whose facts ended by a date rather than by a deed (design 3,
 * `grants_stale`), first where an office's shared key was held by somebody who left. Grants and ring rows go, open epochs close; items are never touched. Any node may run it.
 */
export async function sweepGrants(core: Core): Promise<number> {
  const actor = { kind: 'system', job: 'grants' } as const;
  await core.database.withActor(actor, (tx) => tx.execute(sql`select sweep_office(office) from offices_to_sweep() as office`));
  const cases = await core.database.withActor(actor, (tx) => tx.execute<{ id: string }>(sql`select id from cases_to_sweep() as id union select id from cases_after_places() as id`));
  let swept = 0;
  for (const { id } of cases) {
    swept += await core.database.withActor(actor, async (tx) => {
      const [row] = await tx.execute<{ count: number }>(sql`select sweep_case(${id}) as count`);
      const count = row?.count ?? 0;
      if (count > 0) await core.journal.append(tx, { event: 'grants-swept', actor: { kind: 'system' }, subject: { caseId: id }, detail: { count } });

      return count;
    });
  }

  await core.database.withActor(actor, (tx) => tx.execute(sql`select close_places()`));

  return swept;
}
