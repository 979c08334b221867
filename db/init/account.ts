import { logins } from '../bootstrap.ts';
import type { FirstPerson } from './first-people.ts';
import type { InitResult } from './initialise.ts';

/** What the terminal shows once: what must be kept, where, and what its loss costs. In French, for the people concerned. */
export function account(made: InitResult): string {
  return [
    `Entente est installée (déploiement ${made.deployment}).`,
    'Ce qui suit n’est montré qu’une fois et n’est gardé nulle part : notez-le maintenant.',
    '',
    ...person('Première administration', made.administrator),
    ...person('Premier greffe', made.registrar),
    'Remettez à chacun la sienne, en main propre ; ce sont deux personnes. Chacun change sa phrase de passe à sa première connexion.',
    '',
    ...(made.generated.length > 0 ? urls(made) : ['Les mots de passe des connexions à la base sont ceux que vous avez donnés.', '']),
    'À garder :',
    `1. ${made.rootFile} — la clé racine. Emportez ce fichier hors de cette machine (Take this off the machine), en deux exemplaires, sous clé.`,
    '   Perdue : plus personne ne peut nommer un premier greffier si le dernier disparaît, ni ouvrir le journal d’avant la clé d’audit.',
    '   Volée : son détenteur peut nommer une administration et un greffe auxquels le service croira. Elle n’ouvre aucun dossier, mais le journal scellé avant la clé d’audit.',
    `2. ${made.secretsFolder} — les secrets du service. Sauvegardez-les, jamais au même endroit que la base.`,
    '   Perdus : plus personne ne peut entrer, ni par sa phrase de passe ni par son code de secours ; les noms et adresses sont illisibles.',
    '   Volés avec la base : les noms des comptes sont lisibles, et les phrases de passe faibles peuvent être cherchées. Les dossiers restent clos.',
    '3. Les deux bases, sauvegardées séparément ; celle des clés d’effacement peu de temps seulement.',
    '   Perdues : les dossiers le sont aussi, sans recours. La base des clés d’effacement perdue seule : les textes sont illisibles.',
    '4. Les phrases de passe et les codes de secours ci-dessus.',
    '   Les deux perdus pour une personne : son compte ne s’ouvre plus ; il faut une nouvelle vérification par deux greffiers.',
    '',
  ].join('\n');
}

function person(title: string, { name, address, passphrase, recoveryCode }: FirstPerson): string[] {
  return [`${title} : ${name} <${address}>`, `  phrase de passe  ${passphrase}`, `  code de secours  ${recoveryCode}`, ''];
}

function urls({ urls, generated }: InitResult): string[] {
  const shown = { DATABASE_URL: urls.app, SHRED_DATABASE_URL: urls.shred, SEQUENCER_DATABASE_URL: urls.sequencer, AUDITOR_DATABASE_URL: urls.auditor, RETENTION_DATABASE_URL: urls.retention };
  const note = generated.length === logins.length ? [] : ['(certains mots de passe sont ceux que vous avez donnés)'];

  return ['Connexions à la base, pour la configuration du service :', ...Object.entries(shown).map(([name, url]) => `  ${name}=${url}`), ...note, ''];
}
