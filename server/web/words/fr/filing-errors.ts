/**
 * What is wrong and what to do, by field, in the order of the page.
 * `*` stands for the index of a person, whose rank the message is given.
 */
export const filingErrors: Record<string, string | ((rank: string) => string)> = {
  purpose: 'Ce que vous cherchez : choisissez une réponse',
  'author.name': 'Prénom et nom : indiquez les vôtres',
  'author.function': 'Fonction : indiquez la vôtre',
  'author.profession': 'Métier : choisissez le vôtre dans la liste',
  'author.establishment': 'Établissement : choisissez le vôtre dans la liste',
  'author.service': 'Service : indiquez le vôtre',
  'author.contact.channel': 'Moyen de contact : choisissez une réponse',
  'author.contact.value': 'Numéro ou adresse : indiquez où vous joindre',
  'author.contact.when': 'Moment du contact : indiquez quand vous joindre, en une phrase',
  'others.*.name': (rank) => `Personne ${rank} : indiquez son nom, ou celui de l’équipe`,
  'others.*.function': (rank) => `Personne ${rank} : indiquez sa fonction`,
  'others.*.profession': (rank) => `Personne ${rank} : choisissez son métier`,
  'others.*.establishment': (rank) => `Personne ${rank} : choisissez son établissement`,
  'others.*.relation': (rank) => `Personne ${rank} : choisissez votre lien de travail`,
  'account.whatHappened': 'Ce qui s’est passé : racontez les faits, sans dépasser la longueur indiquée',
  'account.sinceWhen': 'Depuis quand : indiquez une date ou une période',
  'account.effectOnWork': 'Conséquences sur le travail : décrivez-les, sans dépasser la longueur indiquée',
  'priorStep.form': 'Démarche sur place : choisissez une réponse',
  'priorStep.from': 'Début de la démarche : indiquez une date qui existe, avec le jour, le mois et l’année, ou laissez vide',
  'priorStep.to': 'Fin de la démarche : indiquez une date qui existe et qui suit le début, avec le jour, le mois et l’année, ou laissez vide',
  'priorStep.outcome': 'Résultat de la démarche : choisissez une réponse',
  'priorStep.attested': 'Attestation : répondez par oui ou par non',
  'litigation.declared': 'Tribunal : répondez par oui ou par non',
  'litigation.detail': 'Tribunal : indiquez lequel et à quelle date',
  'account.expectations': 'Vos attentes : décrivez-les, sans dépasser la longueur indiquée',
  accompanied: 'Accompagnement : répondez par oui ou par non',
  'consents.informedOfNotices': '« Qui sera prévenu » : cochez la case après avoir lu cette partie',
  'consents.accurate': 'Exactitude : cochez la case si ce que vous avez écrit est exact',
  'credentials.address': 'Adresse e-mail : indiquez une adresse complète, par exemple prenom@exemple.fr',
  'credentials.passphrase': 'Phrase secrète : écrivez au moins quinze caractères, sans reprendre une phrase connue',
  'credentials.confirmation': 'Confirmation : écrivez deux fois la même phrase secrète',
  'credentials.shared': 'Ordinateur partagé : choisissez une réponse',
};

export const unreadableAnswer = 'Une réponse n’a pas pu être lue : vérifiez chaque partie, puis déposez de nouveau';
