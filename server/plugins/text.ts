import { Problem } from '../problems.ts';

/**
 * Refuses what no person types and no column stores: NUL and halves of surrogate pairs.
 * @throws Problem `malformed-json`.
 */
export function refuseUnreadable(text: string): void {
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) throw new Problem('malformed-json');
}
