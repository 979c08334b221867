import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { outbox } from '../../db/schema/index.ts';
import { digestHour, nearTime } from '../../policies/mail.ts';
import type { Core } from '../core.ts';

/** Once a day at most, whoever runs a case that nobody has begun to handle, or whose next date is near or past, is told that some await them. */
export async function queueDigests(core: Core): Promise<void> {
  await core.database.withActor({ kind: 'system', job: 'outbox' }, async (tx, now) => {
    if (now.getUTCHours() < digestHour) return;
    const limit = new Date(now.getTime() + nearTime).toISOString();
    const digestOn = now.toISOString().slice(0, 10);
    const awaited = await tx.execute<{ person: string }>(sql`
      select p as person from persons_awaited(${limit}) p where not exists (select from outbox o where o.person_id = p and o.digest_on = ${digestOn}) order by p`);
    if (awaited.length === 0) return;
    await tx.insert(outbox).values(awaited.map(({ person }) => ({ id: randomUUID(), personId: person, template: 'digest' as const, askedAt: now, dueAt: now, digestOn }))).onConflictDoNothing();
  });
}
