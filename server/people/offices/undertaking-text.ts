import { utf8, sha256 } from '../../vault/bytes.ts';

/**
 * The written undertaking of D art. 12 [L], as signed. A text once signed is never edited: a change is a new version, and
 * what was signed stays readable. [I] for the wording: the decree gives the duty, not the text.
 */
const texts = {
  '2026-1': `Engagement de confidentialité
(décret n° 2019-897 du 28 août 2019 modifié, article 12)

Je suis appelé à concourir au dispositif de médiation pour les personnels des établissements publics de santé, sociaux et médico-sociaux, dans la fonction que nomme le mandat signé avec le présent engagement.

Je m’engage :
1. à garder confidentiel tout ce que j’apprends à l’occasion d’une saisine, d’une conciliation ou d’une médiation : l’identité des personnes, leur parole, les pièces, les échanges de l’instance et jusqu’à l’existence du dossier ;
2. à n’ouvrir que ce que ma fonction appelle, et à ne rien en transmettre à ma hiérarchie, à l’établissement, à l’agence régionale de santé ni à aucun tiers en dehors de ce que prévoient le décret et la Charte ;
3. à agir avec indépendance, impartialité, neutralité, équité, compétence et diligence, et à déclarer sans attendre tout lien avec une personne ou un établissement concerné, en me retirant du dossier s’il y a lieu ;
4. à ne pas user devant un juge, ni ailleurs, de ce qui a été constaté ou dit, sauf accord des parties, raison impérieuse d’ordre public ou protection de l’intégrité d’une personne (article L. 213-2 du code de justice administrative) ;
5. à garder pour moi seul ma phrase secrète et mon code de secours, et à signaler aussitôt leur perte.

Cet engagement ne prend pas fin avec mon mandat.`,
} as const;

export type UndertakingVersion = keyof typeof texts;

/** The version offered for signature today. */
export const currentUndertaking: UndertakingVersion = '2026-1';

/** The text of a version, in French; undefined for a version that never was. */
export function undertakingText(version: string): string | undefined {
  return Object.hasOwn(texts, version) ? texts[version as UndertakingVersion] : undefined;
}

/** SHA-256 of the text, which a signature covers. */
export function undertakingDigest(version: string): Uint8Array | undefined {
  const text = undertakingText(version);

  return text === undefined ? undefined : sha256(utf8(text));
}
