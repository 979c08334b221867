import type { DeedWords } from './deeds.ts';

/** What a form that is no case's says, as a deed's page does; `back` when it leads elsewhere than to « Revenir ». */
export type FormWords = Omit<DeedWords, 'link'> & { back?: string };

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
  'service-ouvert': {
    title: 'Ouvrir un service',
    intro: [
      'Un service ouvert est vide : il ne reçoit aucune demande et ne détient aucune clé, tant que personne n’y est nommé. Nommez-y deux personnes au moins.',
      'Il reste ouvert : on met fin à des mandats, pas à un service. L’ouverture est inscrite au journal, avec votre nom.',
    ],
    submit: 'Ouvrir ce service',
    done: 'Le service est ouvert. Proposez-y des nominations.',
    refusals: { 'wrong-state': 'Ce service vient d’être ouvert par une autre personne.' },
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
  'absence-declaree': {
    title: 'Déclarer mon absence',
    intro: [
      'Du premier au dernier jour, la personne que vous choisissez ouvre chaque dossier que vous avez en charge dans ce service, y lit ce que vous lisez et y agit à votre place. Vos notes privées restent à vous seul.',
      'Ce qu’elle fait et ce qu’elle lit est inscrit au journal sous son nom. Dans chaque dossier, les parties voient qui vous remplace, de quand à quand. Aucune raison n’est demandée.',
      'Si l’absence commence aujourd’hui, vous remettez les clés en confirmant. Si elle commence plus tard, chaque dossier s’ouvre quand une personne qui en détient la clé se connecte, à partir du premier jour.',
      'Vous pouvez y mettre fin à tout moment. Tant qu’elle dure, vous ne prenez aucun dossier nouveau en charge.',
    ],
    submit: 'Déclarer mon absence et donner l’accès au remplaçant',
    done: 'Votre absence est inscrite, avec votre remplaçant.',
    back: 'Revenir aux absences',
    refusals: { 'acted-first': 'Une autre absence est déjà inscrite pour une partie de ces jours. Changez les dates, ou mettez d’abord fin à l’autre.' },
  },
  'absence-constatee': {
    title: 'Constater l’absence d’une personne',
    intro: [
      'Pour une personne absente qui n’a pas pu le dire. Dès maintenant et jusqu’au dernier jour, le remplaçant ouvre chaque dossier qu’elle a en charge dans ce service, sauf ses notes privées.',
      'Vous remettez les clés que vous détenez vous-même ; le reste s’ouvre quand une personne qui en détient la clé se connecte.',
      'Votre constat, et chaque usage qu’en fait le remplaçant, sont inscrits au journal. Dans chaque dossier, les parties voient qui remplace, de quand à quand. Aucune raison n’est demandée.',
    ],
    submit: 'Constater l’absence et donner l’accès au remplaçant',
    done: 'L’absence est inscrite, avec le remplaçant.',
    back: 'Revenir aux absences',
    refusals: { 'acted-first': 'Une autre absence de cette personne est déjà inscrite pour une partie de ces jours.' },
  },
  'absence-terminee': {
    title: 'Mettre fin à une absence',
    intro: ['Dès votre confirmation, le remplaçant n’ouvre plus ces dossiers. Ce qu’il y a fait demeure.'],
    submit: 'Mettre fin à l’absence et fermer les dossiers au remplaçant',
    done: 'L’absence a pris fin : le remplaçant n’ouvre plus ces dossiers.',
    back: 'Revenir aux absences',
    refusals: { 'acted-first': 'Cette absence est déjà finie.' },
  },
  'demande-transmise': {
    title: 'Demander la transmission d’une situation',
    intro: ['Le médiateur régional lit votre demande et reste libre de saisir ou non. Il répond dans le délai prévu, par une saisine ou par un motif.', 'La réponse du service est la même, que la référence existe ou non.'],
    submit: 'Envoyer au médiateur régional',
    done: 'Votre demande est envoyée au médiateur régional.',
    back: 'Revenir aux saisines',
  },
  'demande-refusee': {
    title: 'Répondre sans saisir',
    intro: ['Le médiateur national lit ce motif, et rien d’autre.'],
    submit: 'Envoyer ce motif au médiateur national',
    done: 'Votre motif est envoyé au médiateur national.',
    back: 'Revenir aux saisines',
  },
  'seance-fixee': {
    title: 'Fixer une séance du comité',
    intro: ['Les membres du comité voient ce jour, et les dossiers inscrits pour lesquels ils sont convoqués.'],
    submit: 'Fixer la séance et la montrer aux membres',
    done: 'La séance est fixée.',
    back: 'Revenir aux séances',
  },
  'dossier-inscrit': {
    title: 'Inscrire un dossier à l’ordre du jour',
    intro: ['Seuls les dossiers pour lesquels le comité est convoqué peuvent être inscrits. Chaque membre ne voit que ceux pour lesquels il est convoqué.'],
    submit: 'Inscrire ce dossier',
    done: 'Le dossier est inscrit à l’ordre du jour.',
    back: 'Revenir à la séance',
  },
  'liens-declares': {
    title: 'Déclarer mes liens pour la séance',
    intro: ['Lisez chaque convocation, puis répondez. Vous pouvez en laisser pour plus tard. Chaque réponse est datée et signée, et n’est visible que par vous et par le médiateur en charge de ce dossier.'],
    submit: 'Remettre mes déclarations',
    done: 'Vos déclarations sont remises.',
    back: 'Revenir à la séance',
  },
} as const satisfies Record<string, FormWords>;

export type FormName = keyof typeof forms;
