import { createHash, timingSafeEqual } from 'node:crypto';

/** What may enter an encoding: raw bytes, text, an unsigned 64-bit integer, or nothing. */
export type Field = Uint8Array | string | number | bigint | null;

/**
 * The one injective encoding behind every context, `info` and statement: label then fields, each as u16be length + bytes.
 * Text becomes NFC UTF-8, integers u64be, `null` an empty field; ids go in as 16 bytes (`idBytes`), dates as `instant`.
 * @throws RangeError when a field exceeds 65,535 bytes or a number is not an unsigned 64-bit (safe) integer
 */
export function enc(label: string, ...fields: Field[]): Uint8Array {
  return concat(...[label, ...fields].flatMap(lengthPrefixed));
}

function lengthPrefixed(field: Field): [Uint8Array, Uint8Array] {
  const bytes = bytesOf(field);
  if (bytes.length > 0xffff) throw new RangeError('a field is longer than 65535 bytes');

  return [Uint8Array.of(bytes.length >> 8, bytes.length & 0xff), bytes];
}

function bytesOf(field: Field): Uint8Array {
  if (field === null) return new Uint8Array(0);
  if (typeof field === 'string') return utf8(field);
  if (typeof field === 'number' || typeof field === 'bigint') return u64be(field);

  return field;
}

/** UTF-8 of the NFC form, so that one text has one encoding whatever keyboard typed it. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text.normalize('NFC'));
}

function u64be(value: number | bigint): Uint8Array {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('not a safe integer');
  const integer = BigInt(value);
  if (integer < 0n || integer > 0xffff_ffff_ffff_ffffn) throw new RangeError('not an unsigned 64-bit integer');
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, integer);

  return bytes;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The 16 raw bytes of a UUID. Throws RangeError on anything else. */
export function idBytes(uuid: string): Uint8Array {
  if (!UUID.test(uuid)) throw new RangeError('not a UUID');

  return Uint8Array.from(Buffer.from(uuid.replaceAll('-', ''), 'hex'));
}

/** The UUID, in lower case, of 16 raw bytes. Throws RangeError on another length. */
export function idFrom(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError('an id has 16 bytes');
  const hex = Buffer.from(bytes).toString('hex');

  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Milliseconds since 1970 UTC, as an encodable field. Throws RangeError on an invalid date. */
export function instant(date: Date): bigint {
  return BigInt(date.getTime());
}

/** Whether both are the same bytes, in a time that depends on their lengths only. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A fresh array holding the parts one after the other. */
export function concat(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }

  return whole;
}

/** SHA-256, 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(bytes).digest());
}

/** base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}

/** The bytes of a base64url text. Throws RangeError unless it is exactly what `toBase64url` writes. */
export function fromBase64url(text: string): Uint8Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64url'));
  if (toBase64url(bytes) !== text) throw new RangeError('not canonical base64url');

  return bytes;
}
