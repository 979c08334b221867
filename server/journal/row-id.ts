import { idFrom, sha256, utf8 } from '../vault/bytes.ts';

/** The id under which the journal knows a row whose key has several parts, as `journal_row` computes it in SQL. */
export function rowOf(...key: [string, string | number, ...(string | number)[]]): string {
  return idFrom(sha256(utf8(key.join('/'))).subarray(0, 16));
}
