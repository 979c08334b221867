import type { InstitutionalFunction } from '../../../policies/charter/words.ts';
import { inFull, salutations } from './salutation.ts';

export type NoticeFacts = { function: InstitutionalFunction; tier: 'regional' | 'national'; reference: string; receivedOn: string };

const offices = { regional: 'du médiateur régional ou interrégional', national: 'du médiateur national' } as const;

/**
 * Tells that a request exists, and nothing more: no party, no service, no other recipient (D art. 6, art. 10 [L]; existence
 * only [I]). `receivedOn`: local day.
 */
export function noticeLetter({ function: held, tier, reference, receivedOn }: NoticeFacts): string {
  return `${salutations[held]}

Je vous informe, comme le prévoient les textes relatifs à la médiation pour les personnels des établissements publics de santé, sociaux et médico-sociaux, que les services ${offices[tier]} ont été saisis, le ${inFull(receivedOn)}, d’une demande de médiation qui relève de vos fonctions. Elle porte la référence ${reference}.

Cette information ne porte que sur l’existence de la demande. La médiation est confidentielle : ni le nom des personnes, ni les faits ne vous sont communiqués, et il ne m’est pas permis de vous en dire davantage. Aucune démarche n’est attendue de votre part. Je vous demande de ne pas chercher à identifier les personnes concernées, et de veiller à ce que cette demande n’ait aucune conséquence pour elles.

Si un accord est conclu, il vous sera transmis dans les conditions prévues par les mêmes textes.

Je vous prie d’agréer l’expression de ma considération distinguée.

Le secrétariat de la médiation`;
}
