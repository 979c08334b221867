import { hpkeOpener, hpkeSeal } from './hpke.ts';
import type { Sealed } from './hpke.ts';
import { xwingKeyFrom } from './xwing.ts';

/** One task of the pool: a whole batch, so that a thread is crossed once. */
export type SealTask =
  | { kind: 'key'; seed: Uint8Array }
  | { kind: 'seal'; jobs: { publicKey: Uint8Array; info: Uint8Array; plaintext: Uint8Array }[] }
  | { kind: 'open'; privateKey: Uint8Array; jobs: { sealed: Sealed; info: Uint8Array }[] };

/** `undefined` means that some key or ciphertext was refused; any other failure (a dead thread) is thrown by the pool. */
export type SealResult<Task extends SealTask> = ResultOf[Task['kind']] | undefined;

type ResultOf = { key: Uint8Array; seal: Sealed[]; open: Uint8Array[] };

/** Runs in a worker thread. Errors do not leave it, so that none can carry content. */
export async function work(task: SealTask): Promise<SealResult<SealTask>> {
  try {
    return await perform(task);
  } catch {
    return undefined;
  }
}

async function perform(task: SealTask): Promise<ResultOf[SealTask['kind']]> {
  if (task.kind === 'key') return xwingKeyFrom(task.seed).publicKey;
  if (task.kind === 'seal') return inOrder(task.jobs, ({ publicKey, info, plaintext }) => hpkeSeal(publicKey, info, plaintext));
  const openOne = await hpkeOpener(task.privateKey);

  return inOrder(task.jobs, ({ sealed, info }) => openOne(sealed, info));
}

async function inOrder<Job, Result>(jobs: Job[], run: (job: Job) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const job of jobs) results.push(await run(job));

  return results;
}
