import { utf8 } from './bytes.ts';

const LENGTH_BYTES = 4;
const SMALLEST = 256;

/** Not our padding. The message never holds what was padded. */
export class PaddingError extends Error {
  override name = 'PaddingError';
}

/** A text (made NFC) as u32be length, UTF-8, and zeros to max(256, next power of two): a size tells a doubling, no more. */
export function pad(text: string): Uint8Array {
  return fill(utf8(text), powerOfTwo);
}

/** The text `pad` was given, in NFC. Throws PaddingError on bytes `pad` would not have written. */
export function unpad(bytes: Uint8Array): string {
  const content = strip(bytes, powerOfTwo);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new PaddingError('the text is not UTF-8');
  }
}

/** As `pad`, for the bytes of a document (under 4 GiB), to max(256, Padmé): at most 12 % more. */
export function padDocument(document: Uint8Array): Uint8Array {
  return fill(document, padme);
}

/** The document `padDocument` was given. Throws PaddingError on bytes it would not have written. */
export function unpadDocument(bytes: Uint8Array): Uint8Array {
  return strip(bytes, padme).slice();
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

function fill(content: Uint8Array, grow: (length: number) => number): Uint8Array {
  if (content.length > 0xffff_ffff) throw new RangeError('too long to pad');
  const padded = new Uint8Array(paddedLength(content.length, grow));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, LENGTH_BYTES);

  return padded;
}

function strip(padded: Uint8Array, grow: (length: number) => number): Uint8Array {
  if (padded.length < SMALLEST) throw new PaddingError('too short to be padded');
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (padded.length !== paddedLength(length, grow)) throw new PaddingError('the length does not fit its padding');
  const end = LENGTH_BYTES + length;
  if (padded.subarray(end).some((byte) => byte !== 0)) throw new PaddingError('the filler is not zero');

  return padded.subarray(LENGTH_BYTES, end);
}

function paddedLength(length: number, grow: (length: number) => number): number {
  return Math.max(SMALLEST, grow(LENGTH_BYTES + length));
}

function powerOfTwo(length: number): number {
  return 2 ** (floorLog2(length - 1) + 1);
}

/** Exact up to 2^53, where Math.log2 rounds and bit operators stop at 2^32. */
function floorLog2(integer: number): number {
  return integer.toString(2).length - 1;
}
