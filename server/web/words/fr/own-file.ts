import type { AuthorRole } from '../../../mediation/author-roles.ts';
import type { CompartmentKind, DocumentClass, DocumentVisibility, Standing, Tier } from '../../../../policies/vocabulary.ts';

/** Who opened, as a party is told: a role, never a name. */
const readers: Record<Standing, string> = {
  party: 'une partie',
  'former-party': 'une partie qui s’est retirée',
  requester: 'l’auteur de la demande',
  clerk: 'le secrétariat, qui a saisi la demande',
  referrer: 'l’institution qui a saisi',
  register: 'le service de médiation, avant la prise en charge',
  request: 'la médiatrice ou le médiateur, avant la prise en charge',
  secretary: 'le secrétariat',
  presiding: 'la médiatrice ou le médiateur',
  'in-charge': 'la médiatrice ou le médiateur en charge',
  'stand-in': 'la personne qui remplace le médiateur absent',
  successor: 'la personne à qui le dossier est proposé',
  alternate: 'la conciliatrice ou le conciliateur suppléant',
  delegate: 'une médiatrice ou un médiateur délégué',
  convened: 'un membre convoqué du comité',
  named: 'un membre convoqué du comité',
  seated: 'un membre du comité',
  self: 'l’auteur',
};

const compartments: Record<CompartmentKind, string> = {
  identity: 'vos coordonnées',
  account: 'votre demande et vos documents',
  object: 'l’objet de la médiation',
  letters: 'les courriers qui vous sont adressés',
  caucus: 'vos échanges privés avec le médiateur',
  room: 'les échanges communs',
  convocation: 'la convocation du comité',
  'convocation-names': 'les noms donnés au comité',
  declaration: 'une déclaration d’intérêts',
  summary: 'le résumé sans les noms',
  deliberation: 'les avis du comité',
  workspace: 'l’espace de travail des médiateurs',
  notes: 'des notes personnelles',
  agreement: 'l’accord',
  dispatch: 'un courrier',
  conciliation: 'le dossier de conciliation',
  paper: 'vos papiers numérisés',
};

const authors: Record<AuthorRole, string> = {
  self: 'Vous',
  party: 'Une autre partie',
  'in-charge': 'La médiatrice ou le médiateur en charge',
  delegate: 'Une médiatrice ou un médiateur délégué',
  office: 'Le service de médiation',
};

const visibilities: Record<DocumentVisibility, string> = { mediators: 'Pour les médiateurs seulement', shareable: 'Peut être partagé' };
const classes: Record<DocumentClass, string> = { statement_or_position: 'Déclaration ou position, couverte par la confidentialité', pre_existing_or_technical: 'Pièce antérieure ou technique' };

/** What started a clock. */
const causes: Record<string, string> = {
  acknowledgement: 'réception de la demande',
  'notice-reflection': 'réception de la demande',
  notices: 'réception de la demande',
  'committee-examination': 'convocation du comité',
  'consent-answer': 'demande d’accord aux parties',
  challenge: 'désignation des médiateurs',
  agreement: 'dernier accord écrit des parties',
  'follow-up-first': 'signature de l’accord',
  'follow-up-second': 'signature de l’accord',
  'follow-up-third': 'signature de l’accord',
  'referral-answer': 'transmission au niveau national',
  'local-proposal': 'réception du signalement',
  'local-conciliation': 'dernier accord des parties',
};

const tiers: Record<Tier, string> = { local: 'Conciliation locale', regional: 'Médiation régionale', national: 'Médiation nationale' };

/** Fields of the texts that are kept as a form. */
const fields: Record<string, string> = {
  name: 'Nom', function: 'Fonction', profession: 'Métier', establishment: 'Établissement', placement: 'Établissement de stage', faculty: 'UFR (numéro)', school: 'École (numéro)', service: 'Service', relation: 'Lien',
  contact: 'Contact', channel: 'Moyen', value: 'Coordonnée', when: 'Moment', discreet: 'Discrétion demandée',
  whatHappened: 'Ce qui s’est passé', sinceWhen: 'Depuis quand', effectOnWork: 'Effet sur le travail', expectations: 'Ce que vous attendez', priorSteps: 'Ce qui a été tenté',
  priorStep: 'Étape préalable', form: 'Forme', from: 'Du', to: 'Au', outcome: 'Résultat', attested: 'Attestée', exclusions: 'Procédures en cours', litigation: 'Action en justice', declared: 'Déclarée', detail: 'Précision', accompanied: 'Accompagnement souhaité', digest: 'Empreinte du dépôt (SHA-256)',
};

export const ownFile = {
  readers, compartments, authors, visibilities, classes, causes, tiers, fields,
  title: (reference: string) => `Dossier ${reference}`,
  exported: (date: string, hour: string) => `Export fait le ${date} à ${hour}. Il contient ce qui est à vous et ce qui est partagé avec vous, et rien de ce que d’autres ont confié.`,
  keep: 'Ce fichier n’est pas protégé. Gardez-le hors de l’hôpital, et ne le transmettez pas : ce qui est dit en médiation reste confidentiel.',
  facts: 'Le dossier',
  texts: 'Les textes',
  deadlines: 'Les échéances',
  deadlinesCaption: 'Échéances et ce qui les a fait courir',
  consents: 'Vos réponses',
  consentsCaption: 'Vos réponses à la proposition de médiation',
  signatures: 'Les signatures',
  signaturesCaption: 'Signatures de l’accord',
  documents: 'Les documents',
  documentsCaption: 'Documents déposés ou partagés ; leur contenu se télécharge un par un',
  readings: 'Qui a consulté',
  readingsCaption: 'Consultations par les personnes du service de médiation, la plus récente en premier',
  none: 'Rien à ce jour.',
  columns: {
    tier: 'Niveau', purpose: 'Objet', state: 'Où en est-on', receivedAt: 'Reçu le', acknowledgedAt: 'Réception confirmée le', consentedAt: 'Accepté par chacun le', closedAt: 'Terminé le',
    deadline: 'Échéance', due: 'Avant le', cause: 'Court depuis', met: 'Faite le', answer: 'Réponse', version: 'Texte', date: 'Date', who: 'Qui', digest: 'Empreinte du texte signé (SHA-256)',
    titleColumn: 'Titre', file: 'Fichier', size: 'Taille', cover: 'Nature', shared: 'Partage', what: 'Quoi', added: 'Ajouté le',
  },
  answers: { consent: 'Accord', refuse: 'Refus' } as Record<string, string>,
  on: (date: string, hour: string) => `${date} à ${hour}`,
  kilobytes: (count: string) => `${count} ko`,
  yes: 'oui',
  no: 'non',
};
