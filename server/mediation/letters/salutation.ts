import type { InstitutionalFunction } from '../../../policies/charter/words.ts';

/** How a function-holder is addressed in a letter. */
export const salutations: Record<InstitutionalFunction, string> = {
  director: 'Madame la Directrice, Monsieur le Directeur,',
  'cme-president': 'Madame la Présidente, Monsieur le Président de la commission médicale d’établissement,',
  dean: 'Madame la Doyenne, Monsieur le Doyen,',
  'school-head': 'Madame la Directrice, Monsieur le Directeur de l’école ou de l’institut,',
};

/** `2026-03-02` as `2 mars 2026`. */
export function inFull(day: string): string {
  return new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
