import type { InstitutionalFunction } from '../../../policies/charter/words.ts';
import { inFull, salutations } from './salutation.ts';

export type AgreementCopy = { function: InstitutionalFunction; reference: string; signedOn: string; isPartial: boolean; text: string };

/** The final agreement as it was signed, with the words that send it (D art. 13 [L]). `signedOn`: local day. */
export function agreementLetter({ function: held, reference, signedOn, isPartial, text }: AgreementCopy): string {
  return `${salutations[held]}

Je vous transmets, comme le prévoient les textes relatifs à la médiation pour les personnels des établissements publics de santé, sociaux et médico-sociaux, l’accord ${isPartial ? 'partiel' : 'final'} conclu et signé par toutes les parties le ${inFull(signedOn)}, au terme de la médiation de référence ${reference}.

Cet accord vous est remis pour ce qui relève de vos fonctions. Je vous demande de n’en donner connaissance qu’aux personnes qui ont à en connaître pour son application. Rien de ce qui a été dit pendant la médiation n’y figure et ne peut être demandé aux parties.

Je vous prie d’agréer l’expression de ma considération distinguée.

Le médiateur en charge


${text}`;
}
