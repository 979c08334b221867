import type { CiphertextTables } from './verify-written.ts';

/** The tables whose ciphertext the journal keeps digests of; `ciphertext_digest` in SQL has a branch for each. */
export const ciphertextTables = {
  item: 'must-exist-and-match',
  key_grant: 'present-must-match',
  slot: 'present-must-match',
  document: 'must-exist-and-match',
} as const satisfies CiphertextTables;
