import type { Transform } from 'node:stream';
import { concat } from './bytes.ts';
import { openChunks, openChunksStream, sealChunks, sealChunksStream } from './chunked-encryption.ts';

export { EnvelopeError } from './chunk.ts';
export { openChunks, openChunksStream, sealChunks, sealChunksStream } from './chunked-encryption.ts';

/** The one live suite: every object begins with this byte, which is part of its context too. There is no negotiation. */
const SUITE = Uint8Array.of(0x01);

/** How many bytes an envelope adds to an empty plaintext: suite, salt, commitment, tag. Each 16 KiB adds 16 more. */
export const ENVELOPE_OVERHEAD = 1 + 24 + 32 + 16;

/** Seals bytes under a 32-byte key for one context (an `enc(...)`); the same key and context open them. */
export function seal(key: Uint8Array, context: Uint8Array, plaintext: Uint8Array): Uint8Array {
  return sealChunks(key, ours(context), plaintext, { prefix: SUITE });
}

/** The plaintext of an envelope. Throws EnvelopeError, which holds no content. */
export function open(key: Uint8Array, context: Uint8Array, sealed: Uint8Array): Uint8Array {
  return openChunks(key, ours(context), sealed, { prefix: SUITE });
}

/** As `seal`, for a document of any length in flat memory: plaintext in, envelope out. */
export function sealStream(key: Uint8Array, context: Uint8Array): Transform {
  return sealChunksStream(key, ours(context), { prefix: SUITE });
}

/** As `open`, in flat memory. The document is complete only when the stream ends without EnvelopeError. */
export function openStream(key: Uint8Array, context: Uint8Array): Transform {
  return openChunksStream(key, ours(context), { prefix: SUITE });
}

function ours(context: Uint8Array): Uint8Array {
  return concat(SUITE, context);
}
