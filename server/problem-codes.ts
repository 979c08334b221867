type Text = { status: number; title: string; detail: string };

/**
 * Every answer that is not a success: a closed list. `title` says what happened, `detail` what to do; both are shown to people.
 * Codes below 422 belong to the house, those of 422 name the fact a deed misses (guards of the charter).
 */
export const problems = {
  // The request itself
  'malformed-json': at(400, 'Requête illisible', 'Le corps de la requête n’est pas un JSON valide. Corrigez-le, puis envoyez-le de nouveau.'),
  'duplicate-key': at(400, 'Champ en double', 'Un même champ figure deux fois. Gardez-en un seul, puis envoyez de nouveau.'),
  'invalid-body': at(400, 'Saisie à corriger', 'Corrigez les champs indiqués, puis envoyez de nouveau.'),
  'malformed-request': at(400, 'Requête mal formée', 'Vérifiez l’adresse et les en-têtes de la requête, puis envoyez-la de nouveau.'),
  'too-large': at(413, 'Envoi trop volumineux', 'Raccourcissez vos textes, puis envoyez de nouveau.'),
  'document-too-large': at(413, 'Document trop volumineux', 'Choisissez un fichier plus petit, ou séparez-le en plusieurs. Rien n’a été gardé.'),
  'documents-full': at(413, 'Plus de place dans ce dossier', 'Vos documents occupent toute la place prévue pour une personne dans un dossier. Écrivez aux médiateurs ce que celui-ci apporterait, ou remettez-le lors d’une rencontre.'),
  'upload-broken': at(400, 'Envoi interrompu', 'Le document n’est pas arrivé entier et rien n’a été gardé. Envoyez-le de nouveau.'),
  'unsupported-type': at(415, 'Format non accepté', 'Envoyez du JSON en UTF-8 (application/json), ou utilisez le formulaire de la page.'),
  'cross-site': at(403, 'Envoi venu d’un autre site', 'Ouvrez la page depuis ce service, puis recommencez.'),

  // Who asks
  'signed-out': at(401, 'Vous n’êtes pas connecté', 'Connectez-vous, puis recommencez : votre session a expiré ou a été fermée.'),
  'sign-in-failed': at(401, 'Connexion impossible', 'Vérifiez l’adresse et la phrase secrète. Si vous l’avez perdue, utilisez votre code de secours.'),
  'wrong-passphrase': at(401, 'Phrase secrète incorrecte', 'Saisissez de nouveau votre phrase secrète, espaces compris.'),
  'too-many': at(429, 'Trop d’essais', 'Attendez le délai indiqué, puis recommencez.'),

  // What is asked for
  'not-found': at(404, 'Introuvable', 'Cette page ou ce dossier n’existe pas, ou ne vous est pas accessible. Vérifiez l’adresse.'),
  'wrong-state': at(409, 'Étape dépassée ou pas encore atteinte', 'Rechargez le dossier : cet acte n’est pas possible à l’étape où il se trouve.'),
  'referral-pending': at(409, 'La saisine attend une réponse', 'Acceptez ou renvoyez d’abord cette saisine : jusque-là, seul l’accusé de réception est possible.'),
  suspended: at(409, 'Le dossier est suspendu', 'Attendez que le médiateur mette fin à la suspension. Vous pouvez toujours écrire, ou vous retirer.'),
  'acted-first': at(409, 'C’est déjà fait', 'Rechargez le dossier : vous ou une autre personne avez déjà agi, rien n’a été enregistré deux fois.'),
  'changed-meanwhile': at(409, 'Le dossier a changé entre-temps', 'Rechargez le dossier, vérifiez, puis recommencez.'),
  'still-running': at(409, 'Envoi déjà en cours', 'Votre premier envoi est encore traité. Attendez quelques secondes, puis recommencez avec la même clé.'),
  'outcome-unknown': at(409, 'Résultat du premier envoi inconnu', 'Vérifiez d’abord si l’acte figure au dossier. S’il n’y est pas, recommencez avec une nouvelle clé.'),
  'idempotency-conflict': at(422, 'Clé déjà utilisée pour un autre envoi', 'Prenez une nouvelle clé d’idempotence pour cet envoi différent.'),

  // The service
  unexpected: at(500, 'Incident du service', 'Rien n’est perdu de ce qui était enregistré. Recommencez ; si l’incident persiste, communiquez le numéro indiqué.'),
  'document-damaged': at(500, 'Document altéré', 'Ce document n’est plus tel qu’il a été déposé et ne peut pas être ouvert. Signalez-le en donnant le numéro indiqué.'),
  overloaded: at(503, 'Service très sollicité', 'Votre demande n’a pas été traitée. Attendez quelques secondes, puis recommencez.'),
  'too-slow': at(503, 'Réponse trop longue', 'Vérifiez si l’acte figure au dossier avant de recommencer.'),
  'database-away': at(503, 'Service momentanément indisponible', 'Attendez une minute, vérifiez si l’acte figure au dossier, puis recommencez.'),

  // Guards of the charter: the missing fact
  'purpose-missing': guard('L’objet de la demande manque', 'Indiquez l’un des trois objets prévus : différend, retour au travail ou prévention.'),
  'person-out-of-scope': guard('Personne hors du champ du dispositif', 'Le dispositif s’adresse aux personnels et étudiants des établissements publics. Orientez la personne vers la voie indiquée.'),
  'exclusion-open': guard('Une procédure en cours fait obstacle', 'La demande pourra revenir quand la procédure portant sur ce différend sera close.'),
  'prior-step-missing': guard('L’étape locale n’est pas établie', 'Joignez l’attestation de conciliation locale, ou demandez au médiateur une dispense motivée.'),
  'referrer-not-competent': guard('Cette saisine ne relève pas de vous', 'Adressez la demande au médiateur régional, ou faites-la signer par la personne compétente.'),
  'cosigner-missing': guard('Une seconde signature manque', 'Pour un personnel médical, le directeur et le président de la CME saisissent ensemble.'),
  'territory-mismatch': guard('Le territoire ne correspond pas', 'Adressez la demande au médiateur du territoire de l’établissement.'),
  'acknowledgement-missing': guard('L’accusé de réception manque', 'Accusez réception de la demande, puis recommencez.'),
  'notices-missing': guard('Les informations ne sont pas parties', 'Envoyez les informations aux destinataires, puis recommencez.'),
  'reflection-running': guard('Le délai de réflexion court encore', 'Attendez la fin du délai pendant lequel la personne peut retirer sa demande.'),
  'recipient-held': guard('Un destinataire est aussi une partie', 'Décidez de la suite à donner à cet envoi retenu.'),
  'recipient-unknown': guard('Un destinataire n’est pas connu', 'Nul n’exerce à l’annuaire la fonction indiquée. Cherchez qui l’exerce et faites compléter l’annuaire, ou confirmez l’avoir cherché.'),
  'object-not-agreed': guard('L’objet n’est pas convenu', 'Convenez du texte de l’objet avec la personne qui demande, puis recommencez.'),
  'not-in-charge': guard('Personne n’a pris le dossier en charge', 'Prenez le dossier en charge, puis recommencez.'),
  'body-not-examined': guard('L’instance n’a pas examiné la demande', 'Recueillez les avis de l’instance jusqu’au quorum, puis décidez.'),
  'quorum-missing': guard('Le quorum n’est pas atteint', 'Attendez les avis des membres qui siègent, ou convoquez d’autres membres.'),
  'declaration-missing': guard('La déclaration d’intérêts manque', 'Déclarez d’abord vos liens éventuels avec le dossier.'),
  'conflict-declared': guard('Un lien a été déclaré', 'Désignez ou convoquez une personne sans lien avec le dossier.'),
  'undertaking-missing': guard('L’engagement écrit n’est pas signé', 'Signez l’engagement de confidentialité, puis recommencez.'),
  'mandate-missing': guard('Le mandat n’est pas en cours', 'Faites proposer et contresigner le mandat de cette personne.'),
  'certification-missing': guard('Aucun médiateur certifié', 'Désignez au moins un médiateur certifié.'),
  'consents-missing': guard('Le consentement d’une partie manque', 'Attendez le consentement écrit de chaque partie.'),
  'consent-outdated': guard('Le texte a changé depuis votre lecture', 'Relisez le texte dans sa version actuelle, puis signez-le.'),
  'challenge-window-open': guard('Le délai de récusation court encore', 'Attendez la fin du délai, ou recueillez la renonciation de chaque partie.'),
  'challenge-used': guard('La récusation a déjà été exercée', 'Chaque partie ne peut récuser qu’une fois. Parlez-en au médiateur en charge.'),
  'litigation-not-reviewed': guard('Une procédure déclarée n’a pas été examinée', 'Examinez la procédure déclarée, puis poursuivez, suspendez ou mettez fin.'),
  'signatures-missing': guard('Une signature manque', 'Attendez que chaque partie ait signé le même texte.'),
  'parties-missing': guard('Il ne reste pas deux parties', 'La médiation ne peut continuer qu’à deux parties au moins. Tenez ce dossier pour terminé, ou saisissez le médiateur national.'),
  'commitment-missing': guard('L’engagement de l’accompagnant manque', 'Recueillez et enregistrez l’engagement de confidentialité signé de cette personne avant qu’elle n’assiste à une rencontre.'),
  'evaluation-missing': guard('Aucune évaluation n’a eu lieu', 'Faites au moins une évaluation du suivi, puis clôturez.'),
  'regional-not-ended': guard('La médiation régionale n’est pas terminée', 'Mettez fin à l’examen régional, ou motivez l’exception, puis saisissez le médiateur national.'),
  'regional-route-only': guard('Une partie ne saisit pas le médiateur national', 'Adressez-vous au médiateur régional : lui seul peut saisir le médiateur national de votre situation.'),
  'reasons-missing': guard('Une raison est attendue', 'Choisissez le motif et rédigez la réponse, puis recommencez.'),
  'document-refused': guard('Document refusé par l’antivirus', 'Rien n’a été gardé. Faites vérifier ce fichier, puis déposez-en une version saine.'),
  'document-not-shareable': guard('Ce document n’est pas à partager', 'Demandez d’abord à la personne qui l’a déposé : elle seule peut le partager.'),
  'two-holders': guard('Il ne resterait qu’une personne détenant la clé', 'Donnez d’abord accès à une seconde personne habilitée, puis recommencez.'),
  'absence-running': guard('Une absence est en cours', 'Mettez fin à cette absence, ou attendez son dernier jour, puis recommencez.'),
  'own-stand-in': guard('Vous ne pouvez pas vous désigner vous-même', 'Demandez au secrétariat, ou à une autre personne du service, d’enregistrer cette absence.'),
  'office-empty': guard('Personne n’occupe cette fonction', 'Ouvrez d’abord le service et faites nommer quelqu’un.'),
  'key-missing': guard('Vous ne détenez pas encore la clé', 'Attendez qu’une personne habilitée se connecte : l’accès vous sera remis alors.'),
  'registrar-concerned': guard('Vous êtes concerné par cet acte', 'Demandez à un autre greffier de contresigner : nul ne signe pour soi-même.'),
  'passphrase-weak': guard('Phrase secrète à changer', 'Choisissez de 15 à 256 caractères, sans expression courante ni nom de votre établissement.'),
  'code-wrong': guard('Code incorrect', 'Vérifiez le code reçu. Après cinq essais, demandez-en un nouveau.'),
  'link-expired': guard('Lien expiré', 'Demandez un nouveau lien au médiateur.'),
} as const;

export type ProblemCode = keyof typeof problems;

/** A guard of the charter found its fact missing. */
function guard(title: string, detail: string): Text {
  return at(422, title, detail);
}

function at(status: number, title: string, detail: string): Text {
  return { status, title, detail };
}
