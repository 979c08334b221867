import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import type { Clock } from '../../db/client.ts';
import { JournalError } from './errors.ts';
import { sequenceBatch, unsequenced, type Batch } from './sequence-batch.ts';

export type SequencerOptions = {
  clock: Clock;
  /** Milliseconds between two looks at the outbox. */
  everyMs?: number;
  /** Told after each look: what became leaves, how many committed entries still wait, how often in a row it failed. */
  report?: (report: SequencerReport) => void;
};

export type SequencerReport = Batch & { failures: number; error: string | null };

export type Sequencer = {
  /** Ends after the look under way. */
  stop(): Promise<void>;
  /** Resolves when every entry committed before the call is a leaf. Throws JournalError `log-behind` after `withinMs`. */
  settle(withinMs?: number): Promise<void>;
};

const STEP_MS = 30_000;
const LONGEST_REST_MS = 10_000;

/**
 * Turns committed entries into leaves, as the login `sequencer`, directly and not through a pooler. Any number of nodes
 * may run one: whoever holds the lock at a look does the work. It outlives the loss of its connection and any error.
 */
export function startSequencer(url: string, { clock, everyMs = 200, report = () => {} }: SequencerOptions): Sequencer {
  const ending = new AbortController();
  let client = open(url);
  let failures = 0;

  const look = async (): Promise<SequencerReport> => {
    try {
      const batch = await within(STEP_MS, sequenceBatch(client, clock()));
      failures = 0;

      return { ...batch, failures, error: null };
    } catch (error) {
      failures += 1;
      await client.end({ timeout: 0 }).catch(() => {});
      client = open(url);

      return { leaves: 0, waiting: null, failures, error: codeOf(error) };
    }
  };
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      tell(report, await look());
      await pause(restAfter(failures, everyMs), undefined, { signal: ending.signal, ref: false }).catch(() => {});
    }
    await client.end({ timeout: 5 });
  };
  const running = run();

  return {
    stop: async () => {
      ending.abort();
      await running;
    },
    settle: (withinMs = 10_000) => settle(url, withinMs),
  };
}

function open(url: string): postgres.Sql {
  return postgres(url, { max: 1, onnotice: () => {}, backoff: () => 0, connection: { application_name: 'entente-sequencer' } });
}

/** Whoever listens must not be able to stop the log. */
function tell(report: (report: SequencerReport) => void, told: SequencerReport): void {
  try {
    report(told);
  } catch {
    return;
  }
}

function restAfter(failures: number, everyMs: number): number {
  return failures === 0 ? everyMs : Math.min(everyMs * 2 ** failures, LONGEST_REST_MS);
}

async function settle(url: string, withinMs: number): Promise<void> {
  const client = open(url);
  try {
    const deadline = performance.now() + withinMs;
    let awaited = await unsequenced(client);
    while (awaited.length > 0) {
      if (performance.now() > deadline) throw new JournalError('log-behind', `${awaited.length} entries wait`);
      await pause(20);
      awaited = await unsequenced(client, awaited);
    }
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const timeout = pause(ms, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new JournalError('log-behind', 'the database does not answer');
  });
  timeout.catch(() => {});
  try {
    return await Promise.race([work, timeout]);
  } finally {
    late.abort();
  }
}

/** A code of ours or of Postgres; never a message, which could hold a row. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
