/** Deeds of those who run a case: mediator in charge, secretary. */
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
};
