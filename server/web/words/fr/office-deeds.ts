/** Deeds of those who run a case: mediator in charge, delegates, secretary. */
export const officeDeeds = {
  acknowledge: {
    title: 'Accuser réception de la demande',
    link: 'Accuser réception',
    intro: ['La personne qui demande lit l’accusé de réception dans son dossier, avec la date. Le délai est de huit jours.'],
    submit: 'Accuser réception',
    done: 'L’accusé de réception est daté et visible par la personne qui demande.',
  },
  'take-charge': {
    title: 'Prendre le dossier en charge',
    intro: [
      'Vous devenez l’interlocuteur des parties. Les récits s’ouvrent pour vous ; ils se ferment pour les autres membres du service.',
      'Si vous avez un lien avec l’une des personnes, ne prenez pas ce dossier : déportez-vous.',
    ],
    submit: 'Prendre en charge',
    done: 'Vous avez le dossier en charge.',
  },
  'write-object': {
    title: 'Écrire l’objet de la médiation',
    link: 'Écrire ou corriger l’objet',
    intro: [
      'Un texte neutre : de quoi on parlera, et les noms que les parties se montrent. Toutes les parties le liront.',
      'La personne qui demande doit l’accepter avant qu’il parte. Un nouveau texte remplace l’ancien, et demande un nouvel accord.',
    ],
    submit: 'Proposer ce texte à la personne qui demande',
    done: 'Le texte de l’objet est proposé. La personne qui demande peut le lire et l’accepter.',
  },
  'send-notices': {
    title: 'Informer de l’existence de la demande',
    link: 'Envoyer les lettres d’information',
    intro: ['Les personnes que les textes désignent apprennent qu’une demande existe, et rien d’autre. Ces lettres partent après le délai pendant lequel la demande peut être retirée.'],
    submit: 'Établir ces lettres',
    done: 'Les lettres sont établies. Imprimez-les depuis « Envois », et notez-y leur départ : l’échéance court jusque-là.',
  },
  convene: {
    title: 'Convoquer le comité des pairs',
    link: 'Convoquer des membres du comité',
    intro: [
      'Choisissez les membres à convoquer. Le service écarte de lui-même, sans rien leur montrer, ceux qui travaillent où travaille une partie.',
      'Chaque membre déclare d’abord ses liens ; sans réponse, il ne lit rien de plus que ce texte.',
    ],
    submit: 'Convoquer ces membres',
    done: 'Les membres sont convoqués. « Instance » montre qui a été écarté et qui a répondu.',
  },
  seat: {
    title: 'Faire siéger des membres',
    intro: ['Les membres qui siègent lisent le résumé sans les noms et donnent un avis. Un lien déclaré s’accepte en connaissance de cause, ou le membre ne siège pas.'],
    submit: 'Faire siéger ces membres',
    done: 'Ces membres siègent.',
  },
  'write-summary': {
    title: 'Écrire le résumé pour le comité',
    intro: ['Visible par les membres qui siègent et par vous. Ni nom, ni service, ni détail qui permettrait de reconnaître quelqu’un. Un nouveau texte s’ajoute au précédent.'],
    submit: 'Remettre ce résumé aux membres qui siègent',
    done: 'Le résumé est remis aux membres qui siègent.',
  },
  'decide-to-open': {
    title: 'Décider d’ouvrir une médiation',
    intro: ['Le comité conseille, vous décidez. La lettre part aux parties qui ont un compte ; vos raisons ne sont lues que par les membres qui siègent et par vous.'],
    submit: 'Ouvrir la médiation',
    done: 'La médiation est ouverte : chacun doit maintenant donner son accord. Invitez les parties qui n’ont pas de compte.',
  },
  'decide-not-to-open': {
    title: 'Décider de ne pas ouvrir de médiation',
    intro: ['Le comité conseille, vous décidez. La lettre donne les raisons aux parties qui ont un compte ; les autres n’apprennent rien.'],
    submit: 'Ne pas ouvrir de médiation',
    done: 'La décision de ne pas ouvrir est enregistrée, et la lettre est remise.',
  },
  invite: {
    title: 'Inviter une partie',
    intro: [
      'La lettre est lue par cette partie, par vous et par les médiateurs délégués. Elle contient un lien ; un code part par un autre chemin, de vive voix si possible.',
      'Le lien et le code sont montrés une seule fois, à la page suivante. Une nouvelle invitation remplace la précédente.',
    ],
    submit: 'Établir l’invitation',
    done: 'L’invitation est établie.',
  },
  designate: {
    title: 'Désigner les médiateurs',
    intro: [
      'Un ou deux médiateurs, dont un certifié au moins. Qui travaille où travaille une partie, ou a déclaré un lien, est refusé.',
      'Les échanges privés passent aux médiateurs désignés : vous relisez ce qui précède, vous n’y écrivez plus. Les parties peuvent récuser, une fois chacune.',
    ],
    submit: 'Désigner',
    done: 'Les médiateurs sont désignés. Les parties peuvent les récuser pendant le délai prévu.',
  },
  begin: {
    title: 'Commencer la médiation',
    intro: ['Le délai de récusation est écoulé, ou chaque partie y a renoncé. Les rencontres peuvent commencer.'],
    submit: 'Commencer la médiation',
    done: 'La médiation est commencée.',
  },
  'open-room': {
    title: 'Ouvrir les échanges communs',
    intro: ['Toutes les parties et les médiateurs délégués y lisent et y écrivent. Rien des échanges privés n’y entre.'],
    submit: 'Ouvrir les échanges communs à toutes les parties',
    done: 'Les échanges communs sont ouverts.',
  },
  'record-interview': {
    title: 'Enregistrer un entretien',
    intro: ['Le compte rendu est lu par le médiateur en charge et les médiateurs délégués, jamais par les parties.'],
    submit: 'Enregistrer l’entretien',
    done: 'L’entretien est enregistré.',
  },
  'record-plenary': {
    title: 'Enregistrer une réunion plénière',
    intro: ['Le compte rendu est lu par toutes les parties et par les médiateurs délégués, dans les échanges communs.'],
    submit: 'Enregistrer la réunion et la montrer à toutes les parties',
    done: 'La réunion est enregistrée dans les échanges communs.',
  },
  'propose-agreement': {
    title: 'Proposer un accord et des préconisations',
    link: 'Proposer un accord',
    intro: ['Toutes les parties lisent ce texte et sont libres de le signer. Une nouvelle proposition remplace la précédente, dont les signatures ne comptent plus.'],
    submit: 'Proposer ce texte aux parties',
    done: 'La proposition est visible par toutes les parties.',
  },
  transmit: {
    title: 'Transmettre l’accord signé',
    intro: ['Une copie de l’accord part à chacun de ceux que les textes désignent. Le suivi commence.'],
    submit: 'Établir ces lettres et ouvrir le suivi',
    done: 'Les copies sont établies. Le secrétariat les imprime depuis « Envois ».',
  },
  evaluate: {
    title: 'Évaluer le suivi de l’accord',
    intro: ['Le texte, s’il y en a un, reste entre médiateurs.'],
    submit: 'Enregistrer l’évaluation',
    done: 'L’évaluation est enregistrée.',
  },
  close: {
    title: 'Clore le dossier',
    intro: ['Une personne clôt un dossier, jamais une date. Les durées de conservation courent à partir de ce jour.'],
    submit: 'Clore le dossier',
    done: 'Le dossier est clos.',
  },
  'end-without-agreement': {
    title: 'Mettre fin sans accord',
    intro: ['La même lettre part à chaque partie. Elle ne dit rien de ce qui a été échangé, ni de qui que ce soit.'],
    submit: 'Mettre fin à la médiation',
    done: 'La médiation a pris fin, et la lettre est remise à chaque partie.',
  },
  'review-litigation': {
    title: 'Examiner une procédure déclarée',
    intro: [
      'Vous avez examiné ce qu’une partie a déclaré. Vos raisons sont lues par cette partie seule, et par les médiateurs.',
      'Le dossier continue, est suspendu avec ses délais, ou prend fin. Les autres parties n’apprennent pas pourquoi.',
    ],
    submit: 'Enregistrer cette décision',
    done: 'L’examen de la procédure est enregistré.',
    refusals: { 'reasons-missing': 'Pour mettre fin au dossier, écrivez aussi la lettre à chaque partie.' },
  },
  'refer-up': {
    title: 'Saisir le médiateur national',
    intro: ['L’examen régional n’a pas abouti. La saisine ne demande l’accord d’aucune partie ; la médiation nationale les demandera tous, de nouveau.'],
    submit: 'Saisir le médiateur national',
    done: 'Le médiateur national est saisi : sa réponse est attendue.',
  },
  recuse: {
    title: 'Me déporter',
    intro: ['Vous quittez ce dossier pour toujours, sans dire pourquoi. Plus rien ne s’y ouvre pour vous ; vous relisez vos notes pendant trente jours.'],
    submit: 'Quitter ce dossier',
    done: 'Vous avez quitté ce dossier.',
  },
};

/** Questions of those pages. */
export const officeAsks = {
  object: { label: 'De quoi parlera-t-on ?', hint: 'Sans reproche et sans qualifier personne. Visible par toutes les parties une fois accepté.' },
  members: { label: 'Membres à convoquer', hint: 'Leurs liens avec les établissements sont comparés à l’envoi, sans vous être montrés ici.' },
  convocation: { label: 'Texte de la convocation', hint: 'Établissements, services et familles de métiers, sans aucun nom. Visible par les membres convoqués.' },
  names: { label: 'Noms, à montrer ensuite', hint: 'Visible seulement par les membres qui n’ont vu aucun lien.' },
  seats: { label: 'Membres qui siégeront' },
  acceptsLinks: { legend: 'Liens déclarés', label: 'J’ai lu les liens déclarés par ces membres, et je les accepte' },
  summary: { label: 'Résumé', hint: 'Partie 1, partie 2 : ni nom, ni service, ni date reconnaissable.' },
  followsAdvice: { label: 'Suivez-vous l’avis du comité ?' },
  reasonsToCommittee: { label: 'Vos raisons', hint: 'Visible par les membres qui siègent et par vous.' },
  decisionLetter: { label: 'Lettre aux parties qui ont un compte', hint: 'Chacune lit la même lettre, avec vous et les médiateurs délégués.' },
  reason: { label: 'Motif' },
  invited: { label: 'Qui invitez-vous ?' },
  invitationLetter: { label: 'Lettre d’invitation', hint: 'Visible par cette personne, par vous et par les médiateurs délégués. Le lien y est ajouté.' },
  delegates: { label: 'Médiateurs désignés' },
  met: { label: 'Avec qui ?' },
  heldOn: { label: 'Quel jour ?', hint: 'Par exemple 12 3 2026' },
  interview: { label: 'Compte rendu', hint: 'Visible par le médiateur en charge et les médiateurs délégués.' },
  plenary: { label: 'Compte rendu', hint: 'Visible par toutes les parties et par les médiateurs délégués.' },
  agreement: { label: 'Accord', hint: 'Ce que chacun s’engage à faire. Visible par toutes les parties ; transmis, une fois signé, à ceux que les textes désignent.' },
  recommendations: { label: 'Préconisations', hint: 'Visible par les parties et les médiateurs. Elles ne se signent pas.' },
  look: { label: 'Quel suivi ?', options: { first: 'Premier suivi, vers trois mois', second: 'Deuxième suivi, vers six mois', third: 'Troisième suivi, vers un an' } },
  kept: { label: 'Où en est l’accord ?' },
  evaluation: { label: 'Observations', hint: 'Visible par le médiateur en charge et les médiateurs délégués.' },
  endReason: { label: 'Motif', hint: 'Gardé au dossier ; la lettre n’a pas à le dire.' },
  endLetter: { label: 'Lettre à chaque partie', hint: 'Chacune lit la même lettre.' },
  litigant: { label: 'Quelle partie ?' },
  litigationReasons: { label: 'Vos raisons', hint: 'Visible par cette partie, par vous et par les médiateurs délégués.' },
  ground: { label: 'Motif de la saisine' },
  callUp: { label: 'Répond à une demande du médiateur national', hint: 'Laissez vide si la saisine vient de vous.' },
  callUpOf: (date: string) => `Demande à laquelle répondre avant le ${date}`,
  forGood: { legend: 'Pour toujours', label: 'Je quitte ce dossier pour toujours' },
};

export const letters = {
  heading: 'Qui sera prévenu, et en quels mots',
  to: (held: string, establishment: string) => `${held} – ${establishment}`,
  none: 'Personne ne peut être prévenu pour l’instant.',
  held: 'Retenue : ce destinataire est lui-même une partie. Rien ne lui part.',
  vacant: (functions: string) => `Nul n’exerce, à l’annuaire : ${functions}. Cherchez qui l’exerce avant de continuer.`,
  eachApart: 'Chaque destinataire a sa lettre, et aucune ne nomme les autres destinataires.',
  sought: { legend: 'Fonctions sans titulaire connu', label: 'J’ai cherché qui exerce ces fonctions, sans trouver' },
  ownWords: (held: string) => `Vos propres mots, à la place de cette lettre : ${held}`,
  ownWordsHint: 'Laissez vide pour envoyer la lettre telle qu’elle est montrée. Ne nommez ni les parties, ni les autres destinataires.',
};

export const colleague = {
  certified: 'certifié',
  notCertified: 'non certifié',
  running: (count: string, many: boolean) => `${count} ${many ? 'désignations en cours' : 'désignation en cours'}`,
};

export const invited = {
  title: (reference: string) => `Invitation établie – ${reference}`,
  heading: 'L’invitation est prête',
  once: 'Le lien et le code ne sont montrés que cette fois. Le service ne les garde pas.',
  letter: 'La lettre, à envoyer ou à remettre',
  letterHow: 'Elle vaut l’e-mail, mot pour mot. Pour imprimer, utilisez la commande d’impression du navigateur : seule la lettre est imprimée.',
  whole: (letter: string, address: string, until: string) => `${letter}\n\nPour répondre, ouvrez cette adresse ; rien n’est accepté du seul fait de l’ouvrir :\n${address}\n\n${until}\n\nUn code vous sera donné par un autre moyen.`,
  code: 'Le code, à donner par un autre moyen',
  codeBefore: 'De préférence de vive voix. Ne l’écrivez pas dans la lettre.',
  codeAfter: 'Après cinq essais, il faudra une nouvelle invitation.',
};

export const left = {
  title: (reference: string) => `Dossier quitté – ${reference}`,
  heading: 'Vous avez quitté ce dossier',
  text: 'Plus rien ne s’y ouvre pour vous. Les personnes du service qui peuvent le prendre en charge le voient.',
  toCases: 'Revenir à mes dossiers',
};

export const travels = {
  sent: 'Ce qui est transmis',
  identities: (names: string) => `L’identité de chaque partie : ${names}`,
  facts: 'L’objet de la demande, les dates, l’issue régionale et le motif de la saisine',
  kept: 'Ce qui ne l’est pas',
  keptItems: [
    'Les notes privées, le travail des médiateurs et les délibérations : jamais',
    'Les récits, les documents et les échanges privés : seule la personne qui les a écrits peut les porter elle-même',
    'L’objet, les lettres et l’accord du niveau régional',
  ],
  consents: 'Consentements',
  consentsAnew: 'Aucun n’est repris : si une médiation nationale s’ouvre, chaque partie est interrogée de nouveau.',
  receivers: 'Qui reçoit',
  receiversItems: ['Le médiateur national, son adjoint et son secrétariat', 'Chaque partie, dans un dossier à elle'],
};

/** Letters to start from: whoever signs them changes them as they like. */
export const models = {
  opening: (reference: string) => `Madame, Monsieur,

Votre demande, de référence ${reference}, a été examinée par un comité de pairs, sans les noms. Je décide d’ouvrir une médiation.

Elle ne commencera que si chacune des personnes concernées l’accepte. Vous êtes libre d’accepter ou de refuser, sans donner de raison, et vous pourrez y renoncer à tout moment.

Le médiateur en charge`,
  notOpening: (reference: string) => `Madame, Monsieur,

Votre demande, de référence ${reference}, a été examinée par un comité de pairs, sans les noms. Je décide de ne pas ouvrir de médiation.

Voici mes raisons.

Les autres personnes ne sont pas informées de cette décision. Je reste à votre disposition pour en parler.

Le médiateur en charge`,
  invitation: (reference: string) => `Madame, Monsieur,

Une personne avec qui vous travaillez souhaite une médiation. Sa demande porte la référence ${reference}.

Vous n’êtes mis en cause dans aucune procédure. Rien n’est décidé. Vous pouvez accepter, refuser ou demander à en parler. Vous n’avez pas à vous justifier, et votre direction n’est pas informée de votre réponse.

Le médiateur en charge`,
  ending: (reference: string) => `Madame, Monsieur,

La médiation de référence ${reference} prend fin sans accord.

Ce qui a été dit et écrit reste confidentiel. Personne n’est désigné comme responsable de cette fin, et aucune conséquence ne peut en être tirée pour vous.

Le médiateur en charge`,
};
