import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from './core.ts';
import { eraseOldDrafts } from './mediation/drafts/erase-old-drafts.ts';
import { sweepUploads } from './mediation/documents/sweep-uploads.ts';
import { forgetLapsedProposals } from './mediation/forget-lapsed-proposals.ts';
import { sweepGrants } from './mediation/keys/sweep.ts';
import { sweepIdempotency } from './plugins/idempotency-store.ts';
import { sweepAttempts } from './plugins/limits.ts';
import { sendMail } from './post/send-mail.ts';

export type Jobs = { stop(): Promise<void> };

/** What runs every minute on any node: keys whose facts ended by a date, rows that only served a moment, mail that is due. */
export function startJobs(core: Core, everyMs = 60_000): Jobs {
  const ending = new AbortController();
  const running = (async () => {
    while (!ending.signal.aborted) {
      await pause(everyMs, undefined, { signal: ending.signal, ref: false }).catch(() => {});
      if (!ending.signal.aborted) await runJobs(core).catch(() => {});
    }
  })();

  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

/** One round of the jobs; a job that fails is tried again at the next. */
export async function runJobs(core: Core): Promise<void> {
  await sweepGrants(core);
  await eraseOldDrafts(core);
  await core.database.withActor({ kind: 'system', job: 'outbox' }, async (tx) => {
    await sweepAttempts(tx);
    await sweepIdempotency(tx, core.clock());
    await sweepUploads(core, tx);
    await forgetLapsedProposals(core, tx);
    await core.journal.declareLost(tx);
  });
  if (core.post) await sendMail(core, core.post);
}
