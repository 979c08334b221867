/** Bytes of French somebody reads in a minute: about 250 words. */
const bytesAMinute = 1_600;

/** About how many minutes a text of this padded size takes to read; at least one. */
export function readingMinutes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / bytesAMinute));
}
