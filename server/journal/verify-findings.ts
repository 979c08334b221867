/** What may be wrong with a journal, each with the sentence that `npm run journal -- verify` prints. */
export const sentences = {
  'leaf-missing': 'leaves that were in the log are gone',
  'leaf-changed': 'the leaf is not what its entry makes',
  'leaf-out-of-order': 'the leaf stands after one that came later',
  'leaf-uncovered': 'no tree head covers the last leaves',
  'head-wrong': 'the leaves do not give the root that was kept for them',
  'entry-missing': 'the leaf has no entry any more',
  'entry-skipped': 'the entry is older than the last leaf and was never made a leaf',
  'entry-repeated': 'another entry has the same commitment',
  'class-unknown': 'the class byte is that of no event',
  'sections-changed': 'its sections are not those it committed to',
  'section-forged': 'sections belong to no entry',
  'section-mislabelled': 'a section is marked clear or sealed against its name',
  'key-missing': 'a section is sealed under a key that is not kept',
  'reading-missing': 'a reading it committed to has no row',
  'reading-forged': 'a row says someone read, and no entry committed to it',
  'reading-changed': 'the row of a reading is not what was committed to',
  'signature-missing': 'a deed of this class must be signed by a session',
  'signature-wrong': 'the session named did not sign this commitment',
  'number-missing': 'entries of these numbers are neither in the log nor declared void',
  'number-repeated': 'another leaf has the same number',
  'epoch-missing': 'a start of this node left no entry',
  'ciphertext-missing': 'a row that was journaled is gone',
  'ciphertext-changed': 'the row is not the one that was journaled last',
  'ciphertext-forged': 'the row was never journaled',
} as const;

export type FindingCode = keyof typeof sentences;

/** One thing wrong. `about` says which numbers or which row, in codes and ids. */
export type Finding = { code: FindingCode; index: number | null; entry: string | null; about?: string };

/** `index entry code (about): sentence.` with `-` for what does not apply. */
export function lineOf({ code, index, entry, about }: Finding): string {
  return `${index ?? '-'} ${entry ?? '-'} ${code}${about ? ` (${about})` : ''}: ${sentences[code]}.`;
}

const LAST = Number.MAX_SAFE_INTEGER;

/** First one first, by index in the log; what has no place in it comes last. */
export function inLogOrder(findings: Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.index ?? LAST) - (b.index ?? LAST));
}
