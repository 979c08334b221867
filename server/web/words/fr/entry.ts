/** Words of the public pages: home, talking first, urgency, signing in and out, recovery. */
export const home = {
  title: 'Accueil',
  heading: 'Un différend au travail, à l’hôpital public ?',
  what: 'La médiation fait se rencontrer des personnes qui n’arrivent plus à se parler, avec l’aide d’un tiers indépendant. Elle est gratuite. Chacun peut refuser d’y entrer et en sortir quand il le veut.',
  whatNot: 'Ce n’est ni un tribunal, ni une procédure disciplinaire. Le médiateur ne décide pas à votre place.',
  readers: 'Ce que vous écrivez est lu par le médiateur et par les personnes qu’il désigne. Votre hiérarchie n’y a pas accès.',
  rule: 'Si vous déposez une demande, la direction de votre établissement en est informée par écrit : c’est la règle. Elle ne reçoit ni votre récit ni vos documents. Si vous voulez d’abord en parler, personne n’est prévenu.',
  phone: 'Préférez votre téléphone, hors du réseau de l’hôpital.',
  doors: 'Que souhaitez-vous faire ?',
  talk: 'Parler d’abord, sans déposer de demande',
  talkText: 'Un échange de vive voix, sans dossier ni compte. Personne n’est prévenu.',
  file: 'Demander une médiation',
  fileText: 'Un formulaire, puis un compte pour suivre votre demande.',
  before: 'Avant de commencer',
  beforeItems: [
    'Comptez dix à vingt minutes.',
    'Aucun document n’est nécessaire pour commencer.',
    'Sachez dire ce qui a déjà été tenté dans votre établissement, et quand.',
    'Munissez-vous d’une adresse e-mail que personne d’autre ne lit.',
  ],
  covered: 'Qui peut demander ?',
  coveredText: 'Tous les personnels des établissements publics de santé, sociaux et médico-sociaux, quel que soit leur statut, et les étudiants et élèves des professions de santé pendant leur stage dans ces établissements.',
  notCovered: 'Les différends avec des patients ou des familles, les conflits collectifs et les établissements privés relèvent d’autres services.',
};

export const talk = {
  title: 'Parler d’abord',
  heading: 'Parler d’abord, sans déposer de demande',
  intro: 'Vous pouvez poser vos questions à l’équipe de médiation de votre région. Aucun dossier n’est ouvert, et personne n’est prévenu.',
  caption: 'Les équipes de médiation, par territoire',
  territory: 'Territoire',
  telephone: 'Téléphone',
  hours: 'Horaires',
  none: 'Aucun numéro n’est encore publié pour ce service.',
  privacy: 'Appelez d’un téléphone personnel, d’un endroit où l’on ne vous entend pas. Vous n’êtes pas tenu de dire votre nom.',
  then: 'Vous pourrez déposer une demande ensuite, ou pas.',
  file: 'Demander une médiation',
};

export const urgence = {
  title: 'Urgence',
  heading: 'Urgence : les numéros à appeler',
  intro: 'Personne ne lit ce site la nuit, ni le dimanche. Si vous ou quelqu’un d’autre êtes en danger, appelez.',
  caption: 'Numéros d’urgence et d’écoute',
  number: 'Numéro',
  who: 'Pour quoi',
  when: 'Quand',
  checked: (date: string) => `Numéros vérifiés le ${date}.`,
  after: 'Une médiation ne remplace ni les secours, ni un médecin, ni une plainte. Elle reste possible plus tard.',
};

export const signIn = {
  title: 'Se connecter',
  address: 'Adresse e-mail',
  passphrase: 'Phrase secrète',
  shared: 'Cet ordinateur est-il partagé ?',
  sharedHint: 'Dans un service, répondez oui : la connexion se ferme après dix minutes sans action.',
  sharedYes: 'Oui, d’autres que moi l’utilisent',
  sharedNo: 'Non, il est à moi',
  submit: 'Se connecter',
  filing: 'Vous n’avez pas de compte ?',
  filingLink: 'Demandez une médiation',
  recovery: 'Phrase secrète oubliée ?',
  recoveryLink: 'Utilisez votre code de secours',
  refused: 'Adresse ou phrase secrète : vérifiez les deux, puis essayez de nouveau',
};

export const recovery = {
  title: 'Retrouver l’accès',
  heading: 'Retrouver l’accès avec le code de secours',
  intro: 'Le code de secours vous a été montré une seule fois, à la création de votre compte. Vous avez pu l’imprimer.',
  address: 'Adresse e-mail de votre compte',
  code: 'Code de secours',
  codeHint: 'Les espaces et les tirets ne comptent pas.',
  passphrase: 'Nouvelle phrase secrète',
  confirmation: 'La même phrase, une seconde fois',
  submit: 'Changer ma phrase secrète',
  lost: 'Vous n’avez plus le code non plus ? Téléphonez à l’équipe de médiation de votre région.',
  lostLink: 'Voir les numéros des équipes',
};

export const signOut = {
  title: 'Se déconnecter',
  heading: 'Voulez-vous vous déconnecter ?',
  text: 'Ce qui n’est pas encore envoyé sera perdu.',
  submit: 'Se déconnecter',
  stay: 'Revenir à mes dossiers',
  doneTitle: 'Déconnexion faite',
  doneHeading: 'Vous êtes déconnecté',
  doneText: 'Sur un ordinateur partagé, fermez aussi la fenêtre du navigateur.',
  again: 'Se connecter de nouveau',
};
