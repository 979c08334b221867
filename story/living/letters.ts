/** What offices write, invented, short and plain. */
export const letters = {
  note: 'Première lecture : demande claire, rien qui s’y oppose. Appeler la personne le soir, sur son téléphone.',
  priorStep: { internal: 'Vous dites qu’une conciliation s’est tenue et n’a pas abouti. Je vous crois sur parole.', none: 'Il n’y a pas de dispositif de conciliation où vous travaillez : je vous dispense de cette étape.' },
  inadmissible: 'Une procédure est ouverte sur le même différend. La médiation ne peut pas se tenir en même temps ; vous pourrez revenir vers nous quand elle sera close.',
  settled: 'Comme convenu au téléphone, un contact a été pris et la situation s’est apaisée. Votre demande est classée sans médiation ; vous pouvez nous écrire de nouveau.',
  opened: 'Après l’avis du comité des pairs, j’ai décidé d’ouvrir une médiation. Chacun est libre de l’accepter.',
  notOpened: 'Après l’avis du comité des pairs, je n’ouvre pas de médiation : le conseil que nous avons échangé vous a permis d’avancer. Ma porte reste ouverte.',
  reasons: 'La majorité des avis va dans ce sens ; la situation est récente et les personnes se parlent encore.',
  advice: ['Ouvrir : chacun a encore quelque chose à dire à l’autre.', 'Ouvrir, en commençant par des entretiens séparés.', 'Un simple contact pourrait suffire ; à défaut, ouvrir.'],
  invitation: 'Une personne avec qui vous travaillez souhaite une médiation. Rien n’est décidé. Vous pouvez accepter, refuser ou demander à en parler.',
  interview: 'Entretien d’une heure, calme. La personne a décrit une semaine de travail et ce qu’elle attend.',
  room: 'Cet espace est commun : ce que vous y écrivez est lu par chacun de vous et par nous deux.',
  ended: 'La médiation prend fin sans accord. Chacun garde le bénéfice de ce qui a été dit ; rien n’en sera répété.',
  recommendations: 'Prévoir un temps d’échange par mois, et une personne à qui s’adresser en cas de difficulté.',
  evaluation: 'Trois mois après : l’accord est tenu, un point reste à ajuster.',
  conciliation: 'Vous êtes invité à une conciliation, dans votre établissement. Elle est libre et confidentielle.',
  meeting: 'Une rencontre d’une heure. Chacun a parlé à son tour, et une proposition a été demandée.',
} as const;
