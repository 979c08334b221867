const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** Names one after the other, as a sentence has them: « Claire, Hélène et Fatou ». */
export function namesInWords(names: readonly string[]): string {
  return list.format(names);
}
