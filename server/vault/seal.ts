import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Sealed } from './hpke.ts';
import type { SealResult, SealTask } from './seal-worker.ts';

export type { Sealed } from './hpke.ts';

/** An X-Wing key pair: public key of 1,216 bytes, private key (its seed) of 32. */
export type SealKeyPair = { publicKey: Uint8Array; privateKey: Uint8Array };

/** A public or private key, or a ciphertext, was refused. Holds no content and does not say which one of a batch. */
export class SealError extends Error {
  override name = 'SealError';
}

/** The X-Wing key pair of a 32-byte seed, computed on a worker thread. Throws SealError on another length. */
export async function keyPairFrom(seed32: Uint8Array): Promise<SealKeyPair> {
  const publicKey = await run({ kind: 'key', seed: alone(seed32) });
  if (!publicKey) throw new SealError('no key pair comes from this seed');

  return { publicKey, privateKey: Uint8Array.from(seed32) };
}

/** Seals each plaintext to its public key, bound to its `info`, in order; the batch is one task of one worker thread. */
export async function sealTo(jobs: { publicKey: Uint8Array; info: Uint8Array; plaintext: Uint8Array }[]): Promise<Sealed[]> {
  if (jobs.length === 0) return [];
  const sent = jobs.map(({ publicKey, info, plaintext }) => ({
    publicKey: alone(publicKey),
    info: alone(info),
    plaintext: alone(plaintext),
  }));
  const sealed = await run({ kind: 'seal', jobs: sent });
  if (!sealed) throw new SealError('a public key was refused');

  return sealed;
}

/** Opens, in order, what was sealed to one private key. Throws SealError if any of the batch does not open. */
export async function openWith(privateKey: Uint8Array, jobs: { sealed: Sealed; info: Uint8Array }[]): Promise<Uint8Array[]> {
  if (jobs.length === 0) return [];
  const sent = jobs.map(({ sealed, info }) => ({
    sealed: { enc: alone(sealed.enc), ciphertext: alone(sealed.ciphertext) },
    info: alone(info),
  }));
  const opened = await run({ kind: 'open', privateKey: alone(privateKey), jobs: sent });
  if (!opened) throw new SealError('a sealed key does not open');

  return opened;
}

/** Ends the worker threads. They start again with the next call, and never keep an idle process alive. */
export async function closeSealing(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.destroy();
}

let pool: Piscina | undefined;

/** Started at the first task, then one thread is kept warm and the others end after a minute of rest. */
function run<Task extends SealTask>(task: Task): Promise<SealResult<Task>> {
  pool ??= new Piscina({
    filename: fileURLToPath(new URL('./seal-worker.js', import.meta.url)),
    name: 'work',
    execArgv: [],
    minThreads: 1,
    maxThreads: availableParallelism(),
    idleTimeout: 60_000,
  });

  return pool.run(task);
}

/** A copy with a buffer of its own: a message between threads carries the whole buffer behind a view, neighbours included. */
function alone(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes);
}
