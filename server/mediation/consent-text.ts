/**
 * What a party accepts when they consent: the entry agreement (accord d'entrée [O]), with the commitment to
 * confidentiality (D art. 13 [L]; Ch 9 [C]). A version, once used, never changes: a signature covers its digest.
 */
export const consentTexts = {
  'mediation-1': `J’accepte d’entrer en médiation sur l’objet qui m’a été présenté, avec les autres personnes concernées.

Je le fais librement. Je peux y renoncer à tout moment, sans donner de raison et sans conséquence pour ma situation.

La médiation est gratuite et confidentielle. Je m’engage à ne révéler à personne, ni pendant ni après, ce qui y sera dit ou écrit par d’autres que moi, et à ne pas m’en servir ailleurs, sauf accord de toutes les parties ou danger pour une personne. Je peux être accompagné par une personne de mon choix, qui prend le même engagement.

Le médiateur est tenu au secret. Il ne décide de rien et n’impose rien. L’établissement est informé de l’existence de la demande ; il ne l’est pas de son contenu. Si nous concluons un accord final, les destinataires prévus par les textes en reçoivent copie.

Je dois dire au médiateur toute action en justice ou procédure, passée ou en cours, qui porte sur ce différend.

Des préconisations et un accord final peuvent être proposés dans les trois mois qui suivent le dernier des consentements.`,
  'conciliation-1': `J’accepte qu’une conciliation soit tentée dans mon établissement, sur l’objet qui m’a été présenté, avec les autres personnes concernées.

Je le fais librement. Je peux y renoncer à tout moment, sans donner de raison et sans conséquence pour ma situation.

La conciliation est confidentielle. Je m’engage à ne révéler à personne ce qui y sera dit ou écrit par d’autres que moi, et à ne pas m’en servir ailleurs, sauf accord de toutes les parties ou danger pour une personne.

Le conciliateur est tenu au secret et ne rend compte du contenu des échanges à personne. À la fin, il atteste qu’une conciliation a été tentée, à quelles dates et avec quelle issue, sans rien en dire d’autre.`,
} as const;

export type ConsentVersion = keyof typeof consentTexts;

/** The text in force at a tier. */
export function consentVersion(tier: 'local' | 'regional' | 'national'): ConsentVersion {
  return tier === 'local' ? 'conciliation-1' : 'mediation-1';
}
