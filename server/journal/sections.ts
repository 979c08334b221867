import { enc, idBytes, idFrom, instant, sha256 } from '../vault/bytes.ts';
import { open, seal } from '../vault/envelope.ts';
import { pad, unpad } from '../vault/padding.ts';
import type { Reading, Written } from './entry.ts';

/** A section as stored and as its digest covers it. `key` is null when it is in clear. */
export type Section = { name: string; stored: Uint8Array; key: string | null };

/** Sections anyone may read, because anyone must be able to check them. */
export const clearSections = ['written', 'reading', 'void'] as const;
export const sealedSections = ['event', 'actor', 'subject', 'detail'] as const;
export type SealedName = (typeof sealedSections)[number];

/** What seals a section: the hourly key, and the place that its envelope is bound to. */
export type SealingPlace = { deployment: string; keyId: string; key: Uint8Array; entry: string };

/** Sequence numbers `from` to `to` (both included) of one epoch of a node, which no entry will ever carry. */
export type Numbers = { epoch: number; from: number; to: number };

/** A field of an encoding holds 65,535 bytes; a written row takes at most 120 of them, a range 30. */
const ROWS_PER_SECTION = 500;
const RANGES_PER_SECTION = 2000;

/** JSON of codes, padded and sealed for its place. */
export function sealSection(place: SealingPlace, name: SealedName, value: unknown): Section {
  return { name, stored: seal(place.key, context(place, name), pad(JSON.stringify(value))), key: place.keyId };
}

/** The codes of a sealed section; throws EnvelopeError when the key or any part of its place is another. */
export function openSection(place: SealingPlace, name: SealedName, stored: Uint8Array): unknown {
  return JSON.parse(unpad(open(place.key, context(place, name), stored)));
}

export function writtenSections(deployment: string, written: Written[]): Section[] {
  return inPieces(written, ROWS_PER_SECTION).map((rows) => inClear('written', enc(
    'written', idBytes(deployment), ...rows.flatMap(({ table, row, ciphertext }) => [table, idBytes(row), sha256(ciphertext)]),
  )));
}

export function readingSection(deployment: string, reading: Reading, minute: Date): Section {
  return inClear('reading', readingBytes(deployment, reading, minute));
}

export function readingBytes(deployment: string, { caseId, compartment, role, person }: Reading, minute: Date): Uint8Array {
  return enc('reading', idBytes(deployment), idBytes(caseId), idBytes(compartment), role, idBytes(person), instant(minute));
}

export function voidSections(deployment: string, lost: Numbers[]): Section[] {
  return inPieces(lost, RANGES_PER_SECTION).map((ranges) => inClear('void', enc(
    'void', idBytes(deployment), ...ranges.flatMap(({ epoch, from, to }) => [epoch, from, to]),
  )));
}

/** The digests a `written` section lists. Throws RangeError on bytes that are not one. */
export function readWritten(stored: Uint8Array): { table: string; row: string; digest: Uint8Array }[] {
  return inThrees(fieldsOf(stored, 'written').slice(1)).map(([table, row, digest]) => ({
    table: Buffer.from(table).toString('utf8'), row: idFrom(row), digest,
  }));
}

/** The numbers a `void` section declares lost. Throws RangeError on bytes that are not one. */
export function readVoid(stored: Uint8Array): Numbers[] {
  return inThrees(fieldsOf(stored, 'void').slice(1)).map(([epoch, from, to]) => ({
    epoch: integer(epoch), from: integer(from), to: integer(to),
  }));
}

/** The deployment a clear section names as its first field. */
export function deploymentOf(stored: Uint8Array, name: (typeof clearSections)[number]): string {
  return idFrom(fieldsOf(stored, name)[0] ?? new Uint8Array(0));
}

function context({ deployment, keyId, entry }: SealingPlace, name: SealedName): Uint8Array {
  return enc('journal-section', idBytes(deployment), idBytes(keyId), idBytes(entry), name);
}

function inClear(name: (typeof clearSections)[number], stored: Uint8Array): Section {
  return { name, stored, key: null };
}

function inPieces<T>(list: T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / length) }, (_, place) => list.slice(place * length, (place + 1) * length));
}

function inThrees(fields: Uint8Array[]): [Uint8Array, Uint8Array, Uint8Array][] {
  return inPieces(fields, 3).map(([first, second, third]) => {
    if (!first || !second || !third) throw new RangeError('a field is missing');

    return [first, second, third];
  });
}

function integer(field: Uint8Array): number {
  if (field.length !== 8) throw new RangeError('an integer has 8 bytes');

  return Number(Buffer.from(field).readBigUInt64BE());
}

/** Reads an `enc(...)` back into its fields. */
function fieldsOf(encoded: Uint8Array, label: string): Uint8Array[] {
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const fields: Uint8Array[] = [];
  for (let at = 0; at < encoded.length;) {
    const end = at + 2 + view.getUint16(at);
    if (end > encoded.length) throw new RangeError('a field is cut short');
    fields.push(encoded.slice(at + 2, end));
    at = end;
  }
  if (Buffer.from(fields[0] ?? []).toString('utf8') !== label) throw new RangeError('another label');

  return fields.slice(1);
}
