/** What a form that is no case's says: its title, what to know before, its button, and what is told once it is done. */
export type FormWords = { title: string; intro: readonly string[]; submit: string; done: string };

export const forms = {
  dispositif: {
    title: 'Inscrire un dispositif local',
    intro: [
      'Le registre est public. Il dit à quel dispositif un agent s’adresse, et comment ; il nomme une fonction, jamais une personne.',
      'Ce qui a eu cours demeure. Un signalement part vers le service de l’établissement qui tient un dispositif commun.',
    ],
    submit: 'Inscrire au registre public',
    done: 'Le dispositif est inscrit au registre public.',
  },
  nomination: {
    title: 'Proposer une nomination',
    intro: ['Proposer ne donne rien. La personne signe son mandat et l’engagement de confidentialité ; puis un greffier, qui n’est ni elle ni vous, contresigne.'],
    submit: 'Proposer cette nomination',
    done: 'La nomination est proposée. La personne la trouve sur « Mon compte », à signer.',
  },
  'mandat-signature': {
    title: 'Signer mon mandat',
    intro: ['Lisez l’engagement. Votre phrase secrète signe le mandat et l’engagement ; un greffier contresigne ensuite, et le mandat commence.'],
    submit: 'Signer le mandat et l’engagement',
    done: 'Votre mandat est signé. Il attend la contresignature d’un greffier.',
  },
  'mandat-contresignature': {
    title: 'Contresigner un mandat',
    intro: ['Vous avez vérifié l’identité de cette personne. Dès votre signature, le mandat tient, et les clés du service lui sont dues.'],
    submit: 'Contresigner ce mandat',
    done: 'Le mandat est contresigné : il tient.',
  },
  'mandat-fin': {
    title: 'Mettre fin à un mandat',
    intro: ['À l’instant, cette personne perd les clés du service et ses dossiers. Faites-les reprendre d’abord, s’il y en a.'],
    submit: 'Mettre fin à ce mandat',
    done: 'Le mandat a pris fin.',
  },
  'cle-remise': {
    title: 'Remettre une clé du service',
    intro: ['Ne remettez la clé que si vous connaissez cette personne et savez qu’elle a été nommée. Rien ne se fait sans vous.'],
    submit: 'Remettre la clé à cette personne',
    done: 'La clé est remise.',
  },
  reglage: {
    title: 'Décider un réglage',
    intro: ['Aucun texte ne fixe cette valeur. Ce qui a été calculé avant ce jour demeure.'],
    submit: 'Décider à partir de ce jour',
    done: 'Le réglage est décidé.',
  },
  'saisine-signature': {
    title: 'Signer une saisine conjointe',
    intro: ['Le dossier commence à votre signature. Relisez tout le texte : vous le signez tel quel, au titre de votre fonction.'],
    submit: 'Signer et saisir le médiateur',
    done: 'La saisine est signée par les deux : le dossier commence.',
  },
  'saisine-refus': {
    title: 'Ne pas signer une saisine conjointe',
    intro: ['Le texte est effacé tout de suite, pour vous et pour la personne qui l’a signé. Elle voit que vous n’avez pas signé ; aucune raison ne vous est demandée.', 'Aucun dossier n’aura existé, et personne d’autre n’en saura rien.'],
    submit: 'Ne pas signer, et effacer le texte',
    done: 'Vous n’avez pas signé. Le texte est effacé.',
  },
  'saisine-retrait': {
    title: 'Retirer une saisine conjointe',
    intro: ['Le texte est effacé tout de suite, pour vous et pour l’autre signataire, qui voit que vous l’avez retiré.', 'Aucun dossier n’aura existé, et personne d’autre n’en saura rien.'],
    submit: 'Retirer la saisine, et effacer le texte',
    done: 'La saisine est retirée. Le texte est effacé.',
  },
} as const satisfies Record<string, FormWords>;

export type FormName = keyof typeof forms;
