const civilities = new Set(['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'dr', 'docteur', 'pr', 'professeur']);

/**
 * Whether two written names may be one person's: case, accents, order and civilities aside. Used only to hold a letter back
 * until somebody has looked [I], and to warn whoever names a reader of their request, so that a homonym costs a question and a
 * spelling costs nothing worse.
 */
export function isSameName(one: string, other: string): boolean {
  const plain = plainName(one);

  return plain !== '' && plain === plainName(other);
}

function plainName(name: string): string {
  const words = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z]+/);

  return words.filter((word) => word !== '' && !civilities.has(word)).sort().join(' ');
}
