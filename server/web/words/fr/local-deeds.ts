/** Deeds of a conciliator. */
export const localDeeds = {
  'write-local-object': {
    title: 'Écrire l’objet de la conciliation',
    link: 'Écrire ou corriger l’objet',
    intro: [
      'Un texte neutre : de quoi on parlera, et les noms que les parties se montrent. Toutes les parties le liront.',
      'La personne qui a signalé la situation doit l’accepter avant qu’il parte. Un nouveau texte remplace l’ancien, et demande un nouvel accord.',
    ],
    submit: 'Proposer ce texte à la personne qui demande',
    done: 'Le texte de l’objet est proposé. La personne qui demande peut le lire et l’accepter.',
  },
  'propose-conciliation': {
    title: 'Proposer une conciliation',
    intro: [
      'L’objet est convenu : vous proposez aux parties de se rencontrer. Chacune est libre d’accepter ou de refuser, sans donner de raison.',
      'Vous invitez ensuite, une à une, celles qui n’ont pas de compte. Ni la direction, ni personne d’autre n’est prévenu.',
    ],
    submit: 'Proposer la conciliation',
    done: 'La conciliation est proposée. Invitez maintenant les parties qui n’ont pas de compte.',
  },
  'invite-locally': {
    title: 'Inviter une partie à la conciliation',
    link: 'Inviter une partie',
    intro: [
      'La lettre est lue par cette partie et par vous. Elle contient un lien ; un code part par un autre chemin, de vive voix si possible.',
      'Le lien et le code sont montrés une seule fois, à la page suivante. Une nouvelle invitation remplace la précédente.',
    ],
    submit: 'Établir l’invitation',
    done: 'L’invitation est établie.',
  },
  orient: {
    title: 'Orienter vers une autre voie',
    intro: ['La situation ne relève pas d’une conciliation. La personne qui l’a signalée lit votre lettre dans son dossier ; les autres n’apprennent rien. Le dossier prend fin.'],
    submit: 'Orienter, et remettre cette lettre à la personne',
    done: 'La personne est orientée, et la lettre lui est remise.',
  },
  meet: {
    title: 'Enregistrer une rencontre',
    intro: ['Le compte rendu est lu par toutes les parties, par vous et par votre suppléant. Il reste sur place : il ne suit pas le dossier au niveau régional.'],
    submit: 'Enregistrer la rencontre et la montrer aux parties',
    done: 'La rencontre est enregistrée, et son compte rendu visible par les parties.',
  },
  'offer-proposal': {
    title: 'Proposer une solution',
    intro: ['Un conciliateur peut proposer ; chacun reste libre de signer ou non. Une nouvelle proposition remplace la précédente, dont les signatures ne comptent plus.'],
    submit: 'Proposer ce texte aux parties',
    done: 'La proposition est visible par toutes les parties, qui peuvent la signer.',
  },
  'end-without-result': {
    title: 'Mettre fin sans résultat',
    intro: ['La conciliation n’aboutit pas. Vous attestez ensuite la tentative : chaque partie peut alors saisir le médiateur régional.'],
    submit: 'Mettre fin à la conciliation',
    done: 'La conciliation a pris fin. Vous pouvez attester la tentative.',
  },
  attest: {
    title: 'Attester la tentative de conciliation',
    intro: [
      'L’attestation porte l’établissement, la forme du dispositif, les dates, l’issue et votre fonction. Rien de ce qui s’est dit, et aucun nom.',
      'Elle est signée par votre connexion et placée dans le dossier de chaque partie, qui peut la joindre à une saisine régionale. Elle se donne une fois.',
    ],
    submit: 'Signer l’attestation et la remettre à chaque partie',
    done: 'L’attestation est signée et remise à chaque partie.',
  },
};

/** Questions of those pages. */
export const localAsks = {
  orientation: { label: 'Vers qui ?' },
  orientationLetter: { label: 'Lettre à la personne', hint: 'Visible par elle et par vous.' },
  minutes: { label: 'Compte rendu', hint: 'Visible par toutes les parties, par vous et par votre suppléant.' },
  proposal: { label: 'La solution proposée', hint: 'Visible par toutes les parties et par vous. Ce que chacun s’engagerait à faire.' },
  ending: { legend: 'Fin de la conciliation', label: 'Je mets fin à cette conciliation, sans retour possible' },
  attesting: { legend: 'Ce que j’atteste', label: 'J’atteste qu’une tentative a eu lieu, avec ses dates et son issue, et rien de ce qui s’y est dit' },
};

/** Letters to start from. */
export const localModels = {
  invitation: (reference: string) => `Madame, Monsieur,

Une personne avec qui vous travaillez souhaite une conciliation, sur place. Sa demande porte la référence ${reference}.

Vous n’êtes mis en cause dans aucune procédure. Rien n’est décidé. Vous pouvez accepter, refuser ou demander à en parler. Vous n’avez pas à vous justifier, et votre direction n’est pas informée de votre réponse.

Le conciliateur`,
  orientation: (reference: string) => `Madame, Monsieur,

Vous avez signalé une situation, sous la référence ${reference}. Elle ne relève pas d’une conciliation. Voici à qui vous adresser, et comment.

Personne d’autre n’est informé de votre signalement.

Le conciliateur`,
};
