import type { DeedWords } from './deeds.ts';

const deeds = {
  'share-document': {
    title: 'Partager la copie d’un document',
    intro: [
      'Une copie est déposée là où toutes les parties lisent. L’original reste où il est.',
      'Ce qui est partagé ne se reprend pas : chaque partie peut le télécharger. Enlevez d’abord ce que vous ne voulez pas montrer.',
    ],
    submit: 'Partager la copie avec toutes les parties',
    done: 'La copie est partagée avec toutes les parties.',
    refusals: { 'acted-first': 'Une copie de ce document est déjà partagée.', 'wrong-state': 'Les échanges communs ne sont pas encore ouverts : il n’y a pas encore d’endroit où partager.' },
  },
} satisfies Record<string, DeedWords>;

/** Documents of a case, who has looked, and the file one takes away. */
export const documents = {
  deeds,
  tab: 'Documents',
  list: 'Documents déposés',
  none: 'Aucun document que vous puissiez lire.',
  file: (title: string, format: string, size: string) => `${title} (${format}, ${size})`,
  formats: { 'application/pdf': 'PDF', 'image/png': 'image PNG', 'image/jpeg': 'image JPEG', 'text/plain': 'texte', 'application/octet-stream': 'fichier' } as Record<string, string>,
  bytes: (count: string) => `${count} octets`,
  kilobytes: (count: string) => `${count} ko`,
  megabytes: (count: string) => `${count} Mo`,
  addedBy: (who: string, date: string) => `Déposé par ${who} le ${date}`,
  copyOf: (who: string, date: string) => `Copie, partagée le ${date}, d’un document de ${who}`,
  you: 'vous',
  party: (rank: string) => `la partie ${rank}`,
  somebody: 'une personne qui n’est plus au dossier',
  audiences: {
    account: 'Lu par la partie qui l’a déposé et par les médiateurs du dossier',
    letters: 'Lu par la partie à qui il est adressé et par les médiateurs du dossier',
    room: 'Lu par toutes les parties et par les médiateurs désignés',
    workspace: 'Lu par les médiateurs du dossier seulement',
    agreement: 'Lu par toutes les parties et par les médiateurs du dossier',
    conciliation: 'Lu par les deux parties et par le conciliateur',
  } as Record<string, string>,
  ownAudience: 'Lu par vous et par les médiateurs du dossier',
  share: 'Partager une copie avec toutes les parties',
  shared: { label: 'Quel document ?' },

  add: 'Ajouter un document',
  addIntro: 'Le fichier est chiffré dès son arrivée. N’ajoutez aucun dossier de soins, et rien sur la santé d’un patient ou d’un collègue.',
  title: { label: 'Titre du document', hint: 'Par exemple : tableau de service d’avril' },
  asParty: { label: 'Pour qui le déposez-vous ?' },
  visibility: { label: 'Peut-on le montrer aux autres parties ?' },
  visibilities: {
    mediators: { label: 'Non, il reste entre vous et les médiateurs', hint: 'Les autres parties n’en voient ni le titre, ni l’existence.' },
    shareable: { label: 'Oui, les médiateurs peuvent en partager une copie', hint: 'Rien n’est partagé tant qu’un médiateur ou vous ne le faites pas.' },
  },
  place: { label: 'Où le déposer ?' },
  places: { room: 'Dans les échanges communs', workspace: 'Entre médiateurs', agreement: 'Avec l’accord', conciliation: 'Dans le dossier de conciliation' } as Record<string, string>,
  letterTo: (party: string) => `Avec les lettres à : ${party}`,
  cover: { label: 'De quelle sorte est-il ?' },
  covers: {
    statement_or_position: { label: 'Une déclaration ou une position', hint: 'Écrit pour la médiation : couvert par la confidentialité.' },
    pre_existing_or_technical: { label: 'Une pièce antérieure ou technique', hint: 'Elle existait avant, par exemple un planning.' },
  },
  upload: { label: 'Fichier', hint: (limit: string) => `PDF, image (JPEG, PNG) ou tout autre format, ${limit} Mo au plus. Votre navigateur ne garde pas le fichier : en cas d’erreur, il faut le choisir de nouveau.` },
  send: 'Ajouter le document',
  titleWrong: 'Donnez au document un titre de 200 caractères au plus.',
  fileMissing: 'Choisissez un fichier.',
  choose: 'Choisissez une réponse.',

  takeAway: 'Télécharger mon dossier',
  takeAwayIntro: 'Tout ce qui est à vous et ce qui est partagé avec vous, dans un seul fichier. Il n’est pas protégé : ne l’enregistrez pas sur un ordinateur partagé.',
  html: 'Mon dossier, à lire et à imprimer (HTML)',
  json: 'Mon dossier, pour un autre logiciel (JSON)',
  printing: 'Pour imprimer, ouvrez le fichier HTML et utilisez la commande d’impression du navigateur.',
  receipt: 'Le reçu de ma demande',

  readings: {
    tab: 'Qui a consulté',
    intro: 'Chaque ouverture de vos textes par une personne du service est inscrite, avec son rôle. Votre direction n’a pas accès à ce dossier.',
    caption: 'Consultations, la plus récente d’abord',
    who: 'Qui',
    what: 'Ce qui a été ouvert',
    when: 'Quand',
    at: (date: string, hour: string) => `${date} à ${hour}`,
    none: 'Personne n’a encore ouvert vos textes.',
    count: (count: string) => `Consultations : ${count}`,
  },
};
