import { randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';
import { concat, equal } from './bytes.ts';
import { CHUNK, EnvelopeError, SALT, TAG, messageKeys, openChunk, sealChunk } from './chunk.ts';
import type { MessageKeys } from './chunk.ts';
import { cutter } from './cutter.ts';

const HEADER = SALT + 32;
const NOTHING = new Uint8Array(0);

/** `prefix` stands before the message and is not part of the format; `unsafeSalt` (24 bytes) is for published vectors only. */
export type ChunkOptions = { prefix?: Uint8Array; unsafeSalt?: Uint8Array };

/** A message in, chunk by chunk; `end` gives what remains. */
type Machine = { push(bytes: Uint8Array): Generator<Uint8Array>; end(): Generator<Uint8Array> };

/**
 * One C2SP chunked-encryption message, AES-256-GCM with SHA-512 ("Cobblestone-256"), key-committing.
 * Key of 32 bytes, uniformly random. Source: c2sp.org/chunked-encryption.
 */
export function sealChunks(key: Uint8Array, context: Uint8Array, plaintext: Uint8Array, options?: ChunkOptions): Uint8Array {
  return wholly(sealing(key, context, options), plaintext);
}

/** The plaintext of a message. Throws EnvelopeError. */
export function openChunks(key: Uint8Array, context: Uint8Array, message: Uint8Array, options?: ChunkOptions): Uint8Array {
  return wholly(opening(key, context, options), message);
}

/** As `sealChunks`, holding one chunk in memory whatever the length. */
export function sealChunksStream(key: Uint8Array, context: Uint8Array, options?: ChunkOptions): Transform {
  return streaming(sealing(key, context, options));
}

/** As `openChunks`, one chunk at a time: every byte given is authentic, but only the stream's end says that none is missing. */
export function openChunksStream(key: Uint8Array, context: Uint8Array, options?: ChunkOptions): Transform {
  return streaming(opening(key, context, options));
}

function wholly(machine: Machine, bytes: Uint8Array): Uint8Array {
  return concat(...machine.push(bytes), ...machine.end());
}

function streaming(machine: Machine): Transform {
  const forward = (stream: Transform, pieces: Generator<Uint8Array>, done: (error?: Error) => void) => {
    try {
      for (const piece of pieces) stream.push(piece);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new EnvelopeError());
    }
  };

  return new Transform({
    transform(bytes: Uint8Array, _encoding, done) {
      forward(this, machine.push(bytes), done);
    },
    flush(done) {
      forward(this, machine.end(), done);
    },
  });
}

function sealing(key: Uint8Array, context: Uint8Array, options: ChunkOptions = {}): Machine {
  const { prefix = NOTHING, unsafeSalt: salt = randomBytes(SALT) } = options;
  if (key.length !== 32) throw new RangeError('the key must have 32 bytes');
  if (salt.length !== SALT) throw new RangeError('the salt must have 24 bytes');
  const keys = messageKeys(key, context, salt);
  const blocks = cutter(CHUNK);
  let start = concat(prefix, salt, keys.commitment);
  let index = 0;

  const startOnce = function* () {
    if (start.length > 0) yield start;
    start = NOTHING;
  };

  return {
    *push(bytes) {
      yield* startOnce();
      for (const block of blocks.cut(bytes)) yield sealChunk(keys, index++, block);
    },
    *end() {
      yield* startOnce();
      yield sealChunk(keys, index, blocks.rest());
    },
  };
}

function opening(key: Uint8Array, context: Uint8Array, { prefix = NOTHING }: ChunkOptions = {}): Machine {
  const blocks = cutter(prefix.length + HEADER, CHUNK + TAG);
  let keys: MessageKeys | undefined;
  let index = 0;

  return {
    *push(bytes) {
      for (const block of blocks.cut(bytes)) {
        if (keys) yield openChunk(keys, index++, block);
        else keys = keysOf(block, prefix, key, context);
      }
    },
    *end() {
      if (!keys) throw new EnvelopeError();
      yield openChunk(keys, index, blocks.rest());
    },
  };
}

/** The commitment is checked before any chunk: a message opens under one key and one context only. */
function keysOf(start: Uint8Array, prefix: Uint8Array, key: Uint8Array, context: Uint8Array): MessageKeys {
  if (key.length !== 32 || !equal(start.subarray(0, prefix.length), prefix)) throw new EnvelopeError();
  const header = start.subarray(prefix.length);
  const keys = messageKeys(key, context, header.subarray(0, SALT));
  if (!equal(header.subarray(SALT), keys.commitment)) throw new EnvelopeError();

  return keys;
}
