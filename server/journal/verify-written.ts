import type postgres from 'postgres';
import { equal } from '../vault/bytes.ts';
import { readWritten } from './sections.ts';
import type { Finding } from './verify-findings.ts';
import { packedNotes, type Note, type Notes } from './verify-notes.ts';
import type { LogRecord } from './verify-records.ts';

/** Whether a journaled row may be gone (a grant withdrawn) or must still be there (an item). */
export type CiphertextTables = Record<string, 'present-must-match' | 'must-exist-and-match'>;

export type WrittenCheck = {
  /** To be told of records in the order of the log: of two digests of one row, the later holds. */
  see(record: LogRecord): void;
  /** Compares what was journaled with the rows there are; returns the table codes it could not compare. */
  end(sql: postgres.TransactionSql): Promise<string[]>;
};

type Stored = { row: string; digest: Uint8Array };

const PAGE = 1000;

/** Checks that the rows of ciphertext are those the journal knows, neither missing, nor forged, nor changed. */
export function writtenCheck(tables: CiphertextTables, found: (finding: Finding) => void): WrittenCheck {
  const notesOf = new Map<string, Notes>(Object.keys(tables).map((code) => [code, packedNotes()]));
  const unchecked = new Set<string>();

  return {
    see: (record) => {
      for (const { table, row, digest } of writtenBy(record)) {
        const notes = notesOf.get(table);
        if (notes) notes.add({ row, digest, index: record.index, entry: record.id });
        else unchecked.add(table);
      }
    },
    end: async (sql) => {
      if (!(await hasDigests(sql))) return [...unchecked, ...notesOf.keys()].sort();

      for (const [code, notes] of notesOf) {
        for await (const flaw of compare(notes.inOrder(), storedRows(sql, code))) {
          const isAllowed = flaw.code === 'ciphertext-missing' && tables[code] === 'present-must-match';
          if (!isAllowed) found({ ...flaw, about: `${code} ${flaw.about}` });
        }
      }

      return [...unchecked].sort();
    },
  };
}

function writtenBy({ sections }: LogRecord): ReturnType<typeof readWritten> {
  try {
    return sections.filter(({ name }) => name === 'written').flatMap(({ sealed }) => readWritten(sealed));
  } catch {
    return []; // such sections do not hash to the commitment either, which is reported
  }
}

async function hasDigests(sql: postgres.TransactionSql): Promise<boolean> {
  const [row] = await sql`select to_regprocedure('ciphertext_digest(text, uuid, integer)') is not null as is_there`;

  return row?.['is_there'] === true;
}

async function* storedRows(sql: postgres.TransactionSql, code: string): AsyncGenerator<Stored> {
  for (let after: string | null = null; ;) {
    const rows: Stored[] = await sql<Stored[]>`select id as row, digest from ciphertext_digest(${code}, ${after}, ${PAGE})`;
    yield* rows;
    after = rows.at(-1)?.row ?? null;
    if (!after) return;
  }
}

/** Walks both lists side by side; both are in the order of ids. */
async function* compare(notes: Generator<Note>, stored: AsyncGenerator<Stored>): AsyncGenerator<Finding> {
  let note = take(notes.next());
  let row = take(await stored.next());
  while (note || row) {
    if (note && (!row || note.row < row.row)) {
      yield { code: 'ciphertext-missing', ...placeOf(note) };
      note = take(notes.next());
    } else if (row && (!note || row.row < note.row)) {
      yield { code: 'ciphertext-forged', index: null, entry: null, about: row.row };
      row = take(await stored.next());
    } else if (note && row) {
      if (!equal(note.digest, row.digest)) yield { code: 'ciphertext-changed', ...placeOf(note) };
      note = take(notes.next());
      row = take(await stored.next());
    }
  }
}

function take<T>({ value, done }: IteratorResult<T>): T | null {
  return done ? null : value;
}

function placeOf({ index, entry, row }: Note): Omit<Finding, 'code'> {
  return { index, entry, about: row };
}
