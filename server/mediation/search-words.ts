/** What words may mean: a reference, a day, names; the same words may mean two of them. */
export type Asked = { reference: string | undefined; day: string | undefined; names: string[] };

/** Reads what somebody typed. A word of a name counts from two letters on. */
export function readWords(words: string): Asked {
  const typed = words.trim();
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed)?.slice(1) ?? /^(\d\d)[/.](\d\d)[/.](\d{4})$/.exec(typed)?.slice(1).reverse();
  const reference = /^([0-9A-HJKMNP-TV-Z]{4})[- ]?([0-9A-HJKMNP-TV-Z]{4})$/.exec(typed.toUpperCase())?.slice(1).join('-');

  return { reference, day: day?.join('-'), names: day ? [] : plain(typed).filter((word) => word.length > 1) };
}

/** Whether every word begins a word of the name, whatever the accents, the case and the hyphens. */
export function hasWords(name: string, words: readonly string[]): boolean {
  const inName = plain(name);

  return words.length > 0 && words.every((word) => inName.some((one) => one.startsWith(word)));
}

function plain(text: string): string[] {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
