import { sql } from 'drizzle-orm';
import type { Actor } from '../../db/client.ts';
import { patience, pauseAfter, quietTime } from '../../policies/mail.ts';
import type { Core } from '../core.ts';
import { openProfile } from '../people/profile.ts';
import { queueDigests } from './digests.ts';
import type { Post } from './post.ts';
import { mailOf } from './templates.ts';

type Claimed = { id: string; person: string; template: 'message' | 'digest' };

const outboxJob: Actor = { kind: 'system', job: 'outbox' };
const mostInOneRound = 200;
const keptDays = 2;

/**
 * `system:outbox`, every minute on any node: sends what has become due. A mail is claimed before it is sent, by putting its
 * next try off: two nodes never claim the same, and one that dies leaves it to the next after the pause.
 * @returns how many were delivered
 */
export async function sendMail(core: Core, post: Post): Promise<number> {
  await tidy(core);
  await queueDigests(core);
  let delivered = 0;
  for (let round = 0; round < mostInOneRound; round++) {
    const claimed = await claim(core);
    if (!claimed) break;
    const outcome = await deliver(core, post, claimed);
    if (outcome === 'away') break;
    if (outcome === 'delivered') delivered++;
  }

  return delivered;
}

/** The oldest that is due, to somebody who has had no mail for an hour. */
async function claim(core: Core): Promise<Claimed | undefined> {
  return core.database.withActor(outboxJob, async (tx, now) => {
    const [row] = await tx.execute<Claimed & { tries: number }>(sql`
      select o.id, o.person_id as person, o.template, o.tries from outbox o
      where o.sent_at is null and o.due_at <= entente_now()
        and not exists (select from outbox s where s.person_id = o.person_id and s.sent_at > ${ago(now, quietTime)})
      order by o.due_at limit 1 for update of o skip locked`);
    if (!row) return undefined;
    const tries = row.tries + 1;
    await tx.execute(sql`update outbox set tries = ${tries}, due_at = ${ago(now, -pauseAfter(tries))} where id = ${row.id}`);

    return { id: row.id, person: row.person, template: row.template };
  });
}

async function deliver(core: Core, { smtp, signInUrl }: Post, { id, person, template }: Claimed) {
  const sealed = await core.database.withActor(outboxJob, async (tx) => {
    const [row] = await tx.execute<{ profile: Uint8Array | null }>(sql`select profile_to_write_to(${person}) as profile`);
    // Nobody to write to any more, or somebody who chose no mail.
    if (!row?.profile) await tx.execute(sql`delete from outbox where id = ${id}`);

    return row?.profile;
  });
  if (!sealed) return 'unwanted';

  const { address } = openProfile(core, person, new Uint8Array(sealed));
  const outcome = await smtp.deliver(address, mailOf(template, signInUrl), core.clock());
  if (outcome === 'delivered') await core.database.withActor(outboxJob, (tx) => tx.execute(sql`update outbox set sent_at = entente_now() where id = ${id}`));

  return outcome;
}

/** What was sent serves two days, to keep mails apart; what could not be sent for three is given up, and said. */
async function tidy(core: Core): Promise<void> {
  await core.database.withActor(outboxJob, async (tx, now) => {
    await tx.execute(sql`delete from outbox where sent_at < ${ago(now, keptDays * 24 * 3_600_000)}`);
    const givenUp = await tx.execute<{ person: string }>(sql`
      delete from outbox where id in (select id from outbox where sent_at is null and asked_at <= ${ago(now, patience)} for update skip locked) returning person_id as person`);
    for (const { person } of givenUp) await core.journal.append(tx, { event: 'alarm', act: 'mail-given-up', actor: { kind: 'system' }, subject: { person } });
  });
}

const ago = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString();
