/** The pages of somebody invited, who owes nobody an answer and learns of it here for the first time. */
export const invitation = {
  title: 'Invitation',
  heading: { local: 'Une conciliation vous est proposée', regional: 'Une médiation vous est proposée', national: 'Une médiation vous est proposée' },

  who: 'Qui vous écrit',
  writers: {
    local: () => 'Le dispositif de conciliation de votre établissement. Le conciliateur est indépendant de votre hiérarchie dans cette mission.',
    regional: (territory: string) => `Le service du médiateur régional ou interrégional pour les personnels des établissements publics de santé, sociaux et médico-sociaux${territory === '' ? '' : ` (${territory})`}. Il est indépendant de votre hiérarchie.`,
    national: () => 'Le service du médiateur national pour les personnels des établissements publics de santé, sociaux et médico-sociaux. Il est indépendant de votre hiérarchie.',
  },
  check: 'Pour vérifier que cette invitation vient bien de ce service, téléphonez-lui au numéro que vous trouvez vous-même, et non à celui d’un message.',
  checkLink: 'Les numéros des équipes de médiation',

  sentences: 'Une personne avec qui vous travaillez souhaite une médiation. Vous n’êtes mis en cause dans aucune procédure. Rien n’est décidé. Vous pouvez accepter, refuser ou demander à en parler. Vous n’avez pas à vous justifier, et votre direction n’est pas informée de votre réponse.',
  localSentences: 'Une personne avec qui vous travaillez souhaite une conciliation. Vous n’êtes mis en cause dans aucune procédure. Rien n’est décidé. Vous pouvez accepter, refuser ou demander à en parler. Vous n’avez pas à vous justifier, et votre direction n’est pas informée de votre réponse.',

  knows: 'Qui le sait',
  knowers: [
    'La personne qui a demandé cette rencontre.',
    'Le médiateur, ceux qu’il désigne et son secrétariat, tous tenus au secret.',
    'Les responsables que le décret désigne savent qu’une demande existe. Ils ne connaissent ni les noms, ni les faits.',
  ],
  localKnowers: ['La personne qui a demandé cette rencontre.', 'Le conciliateur et son adjoint, tenus au secret.', 'Votre direction n’en est pas informée par ce service.'],

  until: 'Jusqu’à quand',
  answerBy: (last: string) => `Ce lien permet de répondre jusqu’au ${last} inclus.`,
  awaitedBy: (day: string, last: string) => `Votre réponse est attendue le ${day} au plus tard ; le lien, lui, fonctionne jusqu’au ${last} inclus.`,
  opening: 'Ouvrir cette page ne vous engage à rien et ne dit à personne que vous l’avez ouverte.',

  toDecline: 'Décliner l’invitation, plus bas dans cette page',

  codeHeading: 'Lire de quoi il s’agit',
  codeIntro: 'Un code à huit chiffres vous a été remis par un autre moyen que ce lien. Il ouvre le texte de l’invitation.',
  code: 'Code reçu',
  codeHint: 'Huit chiffres, sans espace.',
  open: 'Ouvrir l’invitation',
  codeMissing: 'Code reçu : saisissez les huit chiffres',
  wrong: (left: string) => `Code reçu : ce n’est pas le bon. Il vous reste ${left} essais`,
  wrongOnce: 'Code reçu : ce n’est pas le bon. Il vous reste un essai',
  spent: 'Code reçu : il n’y a plus d’essai possible. Demandez une nouvelle invitation au service',
  talk: 'Vous préférez en parler d’abord ?',
  talkLink: 'Téléphonez à l’équipe, sans rien accepter',
  print: 'Pour imprimer cette page, utilisez la commande d’impression du navigateur.',

  opened: 'Ce qui vous est proposé',
  object: 'L’objet',
  ownFile: 'Ce lien ouvre votre propre dossier, ouvert d’après ce que vous avez envoyé sur papier ou dit au téléphone.',
  objectWhy: 'Ce texte a été convenu avec la personne qui demande. Rien d’autre de ce qu’elle a écrit ne vous est montré, et rien de ce que vous écrivez ici ne lui sera montré.',
  notYet: 'Accepter l’invitation ouvre votre dossier et vous permet de parler au médiateur. Ce n’est pas encore donner votre accord à la médiation : vous le donnerez ensuite, ou pas.',

  self: 'Vous',
  selfIntro: 'Toutes ces questions sont facultatives : ce que vous laissez vide reste comme il a été indiqué. Vos réponses sont lues par ceux qui conduisent le dossier et leur secrétariat, jamais par les autres personnes.',

  account: 'Votre point de vue',
  accountIntro: 'Vous pouvez le donner maintenant, plus tard, ou seulement de vive voix. Il est lu par les médiateurs ; les autres personnes ne le lisent jamais.',
  noHealth: 'N’écrivez ni maladie, ni traitement, ni nom de patient.',

  access: 'Votre accès',
  how: 'Comment souhaitez-vous vous connecter ?',
  create: 'Je crée un compte',
  mine: 'J’ai déjà un compte',
  mineHint: 'Saisissez son adresse et sa phrase secrète.',
  signedInAs: 'Vous êtes connecté : l’invitation sera rattachée à votre compte. Si ce compte n’est pas le vôtre, déconnectez-vous d’abord.',
  name: 'Prénom et nom',
  nameHint: 'Seulement pour un nouveau compte.',
  address: 'Adresse e-mail',
  addressHint: 'Une adresse personnelle, que personne d’autre ne lit. Évitez celle de l’hôpital.',
  passphrase: 'Phrase secrète',
  passphraseHint: 'Pour un nouveau compte : quinze caractères au moins, espaces compris. Quatre ou cinq mots sans rapport entre eux conviennent très bien.',
  confirmation: 'La même phrase, une seconde fois',
  confirmationHint: 'Seulement pour un nouveau compte.',
  accept: 'Accepter l’invitation',

  declineHeading: 'Ou décliner',
  declineIntro: 'Aucune raison ne vous est demandée, et aucun compte n’est nécessaire. Le médiateur apprend que l’invitation est déclinée, rien de plus. Sans l’accord de chacun, il n’y a pas de rencontre : la personne qui la demande le comprendra. Votre direction n’est pas informée.',
  decline: 'Décliner l’invitation',

  chooseHow: 'Comment souhaitez-vous vous connecter : choisissez une réponse',
  giveName: 'Prénom et nom : écrivez votre nom',
  giveAddress: 'Adresse e-mail : écrivez votre adresse',
  givePassphrase: 'Phrase secrète : saisissez-la',
  weak: 'Phrase secrète : écrivez au moins quinze caractères, sans reprendre une phrase connue ni votre nom',
  differs: 'Confirmation : écrivez deux fois la même phrase secrète',
  refused: 'Adresse ou phrase secrète : vérifiez les deux, puis essayez de nouveau',
  tooLong: (label: string, count: string) => `${label} : raccourcissez de ${count} caractères`,

  acceptedTitle: 'Invitation acceptée',
  accepted: 'Vous avez accepté l’invitation',
  acceptedAt: 'Acceptée le',
  next: 'Ce qui va se passer',
  nextItems: [
    'Votre dossier est ouvert. Vous pouvez écrire au médiateur en privé.',
    'Le médiateur peut vous appeler pour un premier entretien.',
    'Vous lirez le texte d’engagement, puis vous donnerez votre accord, ou non. Sans l’accord de chacun, il n’y a pas de rencontre.',
    'Vous pourrez vous retirer à tout moment, sans raison à donner.',
  ],
  toCase: 'Ouvrir mon dossier',

  declinedTitle: 'Invitation déclinée',
  declined: 'Votre réponse est enregistrée',
  declinedText: 'Vous avez décliné l’invitation. Le lien et le code ne servent plus. Rien de plus ne vous est demandé.',

  closedTitles: { 'link-expired': 'Invitation expirée', 'acted-first': 'Invitation déjà utilisée', 'not-found': 'Invitation introuvable' },
  closed: {
    'link-expired': 'Cette invitation n’est plus ouverte. Si vous souhaitez répondre, demandez-en une nouvelle au service de médiation.',
    'acted-first': 'Cette invitation a déjà reçu une réponse. Si elle est de vous, connectez-vous pour ouvrir votre dossier. Sinon, prévenez le service de médiation.',
    'not-found': 'Ce lien n’est pas complet, ou n’a jamais existé. Vérifiez-le sur la lettre ou dans le message reçu.',
  },
};
