import { utf8 } from './bytes.ts';

const LENGTH_BYTES = 4;
const SMALLEST = 256;
const ZEROS = new Uint8Array(16_384);

/** Not our padding. The message never holds what was padded. */
export class PaddingError extends Error {
  override name = 'PaddingError';
}

/** A text (made NFC) as u32be length, UTF-8, and zeros to max(256, next power of two): a size tells a doubling, no more. */
export function pad(text: string): Uint8Array {
  return fill(utf8(text));
}

/** The text `pad` was given, in NFC. Throws PaddingError on bytes `pad` would not have written. */
export function unpad(bytes: Uint8Array): string {
  const content = strip(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new PaddingError('the text is not UTF-8');
  }
}

/**
 * A document as it passes, then zeros to max(256, Padmé): at most 12 % more. Its length is known only at its end, so that it
 * stands in the document's sheet, not before it.
 */
export async function* padDocument(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of content) {
    length += piece.length;
    yield piece;
  }
  yield* zeros(paddedLength(length, padme) - length);
}

/** The document of `length` bytes that `padDocument` was given. Throws PaddingError on bytes it would not have written. */
export async function* unpadDocument(padded: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const piece of padded) {
    const content = piece.subarray(0, Math.max(0, length - at));
    if (content.length > 0) yield content;
    if (piece.subarray(content.length).some((byte) => byte !== 0)) throw new PaddingError('the filler is not zero');
    at += piece.length;
  }
  if (at !== paddedLength(length, padme)) throw new PaddingError('the length does not fit its padding');
}

/**
 * The padded length, in bytes, of `length` bytes: leaks O(log log length) bits of it.
 * Source: Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", algorithm 1.
 */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = floorLog2(length);
  const step = 2 ** (exponent - floorLog2(exponent) - 1);

  return Math.ceil(length / step) * step;
}

function* zeros(count: number): Generator<Uint8Array> {
  for (let left = count; left > 0; left -= ZEROS.length) yield ZEROS.subarray(0, left);
}

function fill(content: Uint8Array): Uint8Array {
  if (content.length > 0xffff_ffff) throw new RangeError('too long to pad');
  const padded = new Uint8Array(paddedLength(LENGTH_BYTES + content.length, powerOfTwo));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, LENGTH_BYTES);

  return padded;
}

function strip(padded: Uint8Array): Uint8Array {
  if (padded.length < SMALLEST) throw new PaddingError('too short to be padded');
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (padded.length !== paddedLength(LENGTH_BYTES + length, powerOfTwo)) throw new PaddingError('the length does not fit its padding');
  const end = LENGTH_BYTES + length;
  if (padded.subarray(end).some((byte) => byte !== 0)) throw new PaddingError('the filler is not zero');

  return padded.subarray(LENGTH_BYTES, end);
}

function paddedLength(length: number, grow: (length: number) => number): number {
  return Math.max(SMALLEST, grow(length));
}

function powerOfTwo(length: number): number {
  return 2 ** (floorLog2(length - 1) + 1);
}

/** Exact up to 2^53, where Math.log2 rounds and bit operators stop at 2^32. */
function floorLog2(integer: number): number {
  return integer.toString(2).length - 1;
}
