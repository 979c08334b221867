import { countInWords } from './moments.ts';
import { fr } from './fr.ts';

/** A size as a list shows it: « 830 octets », « 294 ko », « 1,5 Mo ». */
export function sizeInWords(bytes: number): string {
  const words = fr.documents;
  if (bytes < 1_000) return words.bytes(countInWords(bytes));
  if (bytes < 1_000_000) return words.kilobytes(countInWords(Math.round(bytes / 1_000)));

  return words.megabytes(countInWords(Math.round(bytes / 100_000) / 10));
}
