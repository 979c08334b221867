/** What one version of a text says and another does not, sentence by sentence, in the order of each text. */
export function sentenceChanges(former: string, latest: string): { added: string[]; removed: string[] } {
  const [before, after] = [sentencesOf(former), sentencesOf(latest)];

  return { added: without(after, before), removed: without(before, after) };
}

/** A line break ends a sentence too. The random number that ends an agreement is none (`agreementText`). */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !/^Numéro de cet accord/.test(sentence));
}

/** A sentence said twice and kept once is a change. */
function without(sentences: readonly string[], others: readonly string[]): string[] {
  const left = [...others];

  return sentences.filter((sentence) => {
    const at = left.indexOf(sentence);
    if (at === -1) return true;
    left.splice(at, 1);

    return false;
  });
}
