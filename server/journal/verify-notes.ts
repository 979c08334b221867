import { idBytes, idFrom } from '../vault/bytes.ts';

/** The digest a row was journaled with last, and by which entry. */
export type Note = { row: string; digest: Uint8Array; index: number | null; entry: string };

export type Notes = {
  add(note: Note): void;
  /** One note for each row, the last added, in the order of row ids. */
  inOrder(): Generator<Note>;
};

const ROW = 0;
const DIGEST = 16;
const ENTRY = 48;
const INDEX = 64;
const NOTE_BYTES = 72;
const NOTES_PER_BLOCK = 16_384;

/** Notes packed in 72 bytes each: a million of them take 72 MB, sorted in place by a list of their numbers. */
export function packedNotes(): Notes {
  const blocks: Buffer[] = [];
  let count = 0;
  const at = (place: number): Buffer => {
    const start = (place % NOTES_PER_BLOCK) * NOTE_BYTES;

    return (blocks[Math.floor(place / NOTES_PER_BLOCK)] ?? Buffer.alloc(0)).subarray(start, start + NOTE_BYTES);
  };

  return {
    add: ({ row, digest, index, entry }) => {
      if (count % NOTES_PER_BLOCK === 0) blocks.push(Buffer.alloc(NOTES_PER_BLOCK * NOTE_BYTES));
      const note = at(count);
      note.set(idBytes(row), ROW);
      note.set(digest.subarray(0, ENTRY - DIGEST), DIGEST);
      note.set(idBytes(entry), ENTRY);
      note.writeDoubleBE(index ?? NaN, INDEX);
      count += 1;
    },
    *inOrder() {
      const places = Uint32Array.from({ length: count }, (_, place) => place);
      places.sort((a, b) => at(a).compare(at(b), ROW, DIGEST, ROW, DIGEST) || a - b);
      for (const [position, place] of places.entries()) {
        const follower = places[position + 1];
        if (follower === undefined || at(place).compare(at(follower), ROW, DIGEST, ROW, DIGEST) !== 0) yield unpack(at(place));
      }
    },
  };
}

function unpack(note: Buffer): Note {
  const index = note.readDoubleBE(INDEX);

  return {
    row: idFrom(note.subarray(ROW, DIGEST)),
    digest: note.subarray(DIGEST, ENTRY),
    entry: idFrom(note.subarray(ENTRY, INDEX)),
    index: Number.isNaN(index) ? null : index,
  };
}
