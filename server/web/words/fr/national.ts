import type { CallUpDeclineReason, CallUpReason, ReturnReason } from '../../../../policies/charter/reasons.ts';
import type { DeedWords } from './deeds.ts';

const returnReasons: Record<ReturnReason, string> = {
  'regional-means-left': 'Il reste des moyens au niveau régional',
  'not-for-the-national-tier': 'La situation ne relève pas du niveau national',
  'facts-incomplete': 'Les faits transmis sont incomplets',
  'situation-changed': 'La situation a changé',
};

const callUpReasons: Record<CallUpReason, string> = {
  impartiality: 'L’impartialité demande un autre niveau',
  'several-territories': 'Plusieurs territoires sont concernés',
  'means-missing-in-territory': 'Les moyens manquent dans ce territoire',
  'ministerial-help-needed': 'L’aide des ministères est nécessaire',
  'repeated-situation': 'Des situations semblables se répètent',
};

const declineReasons: Record<CallUpDeclineReason, string> = {
  'mediation-under-way': 'Une médiation est en cours',
  'agreement-near': 'Un accord est proche',
  'parties-prefer-to-stay': 'Les parties préfèrent rester au niveau régional',
  'situation-ended': 'La situation est terminée',
  'region-goes-on': 'La région poursuit elle-même',
  'no-such-case': 'Aucun dossier ne correspond',
};

/** What passes between the national mediator and the regions. */
export const national = {
  returnReasons,
  callUpReasons,
  declineReasons,

  title: 'Saisines nationales',
  intro: 'Le médiateur régional saisit quand l’examen régional n’a pas abouti (article 10 du décret). Le niveau national accepte, ou renvoie avec un motif.',

  pending: {
    heading: 'Saisines à étudier',
    none: 'Aucune saisine n’attend de réponse.',
    of: (reference: string) => `Saisine ${reference}`,
    from: 'Saisi par',
    by: (name: string, territory: string) => `${name}, médiation régionale ${territory}`,
    byTerritory: (territory: string) => `Médiation régionale ${territory}`,
    unknown: 'Non renseigné',
    ground: 'Motif (article 10)',
    on: 'Reçue le',
    answerBy: 'Réponse attendue',
    accept: (reference: string) => `Accepter la saisine ${reference}`,
    giveBack: (reference: string) => `Renvoyer la saisine ${reference}`,
    open: (reference: string) => `Voir le dossier ${reference}`,
  },

  travels: {
    heading: 'Ce qui passe d’un niveau à l’autre',
    sent: 'Transmis : l’identité de chaque partie, l’objet, les dates, l’issue régionale et le motif.',
    kept: 'Jamais transmis : les notes, le travail des médiateurs, les délibérations.',
    byAuthor: 'Les récits et les échanges privés ne passent que si la personne qui les a écrits les porte elle-même.',
    consents: 'Aucun consentement n’est repris : si une médiation nationale s’ouvre, chaque partie est interrogée de nouveau.',
    before: 'Avant votre réponse, vous ne pouvez qu’accuser réception, accepter ou renvoyer.',
  },

  callUps: {
    made: 'Demandes de transmission',
    received: 'Demandes du médiateur national',
    receivedIntro: 'Le médiateur national demande à être saisi d’une situation. Vous restez libre : saisissez-le depuis le dossier, ou répondez par un motif.',
    ask: 'Demander la transmission d’une situation',
    madeCaption: 'Demandes faites aux médiateurs régionaux, la plus récente en premier',
    receivedCaption: 'Demandes reçues du médiateur national, la plus récente en premier',
    none: 'Aucune demande.',
    what: 'Situation',
    byReference: (reference: string) => `Dossier ${reference}`,
    byPurpose: (purpose: string) => `Sans référence : ${purpose}`,
    territory: 'Territoire',
    reason: 'Motif',
    askedOn: 'Demandée le',
    answer: 'Réponse',
    waiting: (when: string) => `Attendue le ${when}`,
    referred: (date: string) => `Saisine faite le ${date}`,
    declined: (reason: string, date: string) => `Refus : ${reason}, le ${date}`,
    act: 'Répondre',
    decline: (what: string) => `Refuser avec un motif (${what})`,
    refer: (reference: string) => `Saisir depuis le dossier ${reference}`,
  },

  coordination: {
    heading: 'Coordination',
    intro: 'Le nombre de dossiers régionaux par territoire et par étape, sans identité. Un nombre inférieur à 5 n’est pas montré.',
    caption: 'Dossiers régionaux, par territoire et par étape',
    territory: 'Territoire',
    stages: { studied: 'À l’étude', answering: 'En attente d’accord', mediating: 'En médiation', followed: 'Accord signé ou suivi', ended: 'Terminés', late: 'En retard' },
    few: 'moins de 5',
  },

  asks: {
    territory: { label: 'Territoire' },
    reason: { label: 'Motif de la demande' },
    reference: { label: 'Référence du dossier (facultatif)', hint: 'Si vous la connaissez, par exemple 7KQ2-MX4D.' },
    wrongReference: 'Écrivez la référence en deux groupes de quatre signes, par exemple 7KQ2-MX4D.',
    purpose: { label: 'Objet de la situation (facultatif)', hint: 'À choisir si vous n’avez pas de référence.' },
    returnReason: { label: 'Motif du renvoi', hint: 'Visible par le médiateur régional et par chaque partie.' },
    declineReason: { label: 'Motif' },
  },

  deeds: {
    'accept-referral': {
      title: 'Accepter la saisine',
      intro: ['Le dossier régional est transféré : ses médiateurs n’y lisent plus rien, sauf leurs propres notes. La suite se passe au niveau national.'],
      submit: 'Accepter la saisine',
      done: 'La saisine est acceptée. Prenez le dossier en charge pour le suivre.',
    },
    'return-referral': {
      title: 'Renvoyer la saisine',
      intro: ['Le dossier national est clos avec ce motif. Le dossier régional reste comme il était.'],
      submit: 'Renvoyer la saisine au médiateur régional',
      done: 'La saisine est renvoyée au médiateur régional, avec votre motif.',
    },
  } satisfies Record<string, DeedWords>,
};
