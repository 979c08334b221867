import type { Retention, RetentionGroup } from '../../../../policies/charter/retention.ts';
import type { CompartmentKind, Standing } from '../../../../policies/vocabulary.ts';

const groups: Record<RetentionGroup, string> = {
  notes: 'Notes privées d’un médiateur',
  workspace: 'Échanges, travail des médiateurs, papiers du comité, conciliation locale',
  file: 'Identités, récits, lettres, accord signé',
  register: 'Ligne du registre',
  'not-opened': 'Demande refusée, irrecevable ou orientée ailleurs',
  draft: 'Demande en cours d’écriture, jamais déposée',
  audit: 'Journal, sous un pseudonyme du dossier',
};
const starts: Record<Retention['from'], string> = { closure: 'la clôture', 'end-of-follow-up': 'la fin du suivi', 'end-of-file': 'la fin du dossier', 'last-saving': 'le dernier enregistrement' };
const ends: Record<Retention['then'], string> = { destroy: 'Détruit', anonymise: 'Rendu anonyme', 'pseudonymise-then-destroy': 'Sous pseudonyme, puis détruit' };
const kinds: Partial<Record<CompartmentKind, string>> = {
  identity: 'Votre identité et vos coordonnées',
  account: 'Ce que vous avez écrit',
  object: 'Le texte de l’objet',
  letters: 'Les lettres qui vous sont remises',
  caucus: 'Vos échanges privés avec un médiateur',
  room: 'Les échanges communs',
  summary: 'Le résumé sans les noms',
  agreement: 'L’accord',
  conciliation: 'Les comptes rendus d’une conciliation locale',
  notes: 'Les notes privées d’un médiateur',
};
const readers: Partial<Record<Standing, string>> = {
  party: 'les parties',
  'former-party': 'une partie qui s’est retirée',
  register: 'le service, avant la prise en charge',
  request: 'le médiateur et son adjoint, avant la prise en charge',
  'in-charge': 'le médiateur ou le conciliateur en charge',
  alternate: 'le suppléant du conciliateur',
  delegate: 'les médiateurs désignés',
  secretary: 'le secrétariat',
  seated: 'les membres du comité qui siègent',
  self: 'la personne qui les écrit',
  'stand-in': 'qui remplace un absent',
  successor: 'qui reprend le dossier',
  referrer: 'l’institution qui a saisi',
};

export const legal = {
  groups,
  starts,
  ends,
  kinds,
  readers,
  own: (reader: string) => `${reader}, pour ce qui est à elles`,
  notice: {
    title: 'Mentions légales',
    items: [
      'Ce service est mis en œuvre par l’organisme qui l’exploite, dont le nom et l’adresse figurent sur les lettres de l’équipe de médiation.',
      'Cadre : décret n° 2019-897 du 28 août 2019 modifié, et charte de la médiation annexée à l’arrêté du 30 août 2019.',
      'Ce n’est pas un service d’urgence : personne ne lit ce site la nuit.',
      'Aucun cookie de mesure ni de publicité : ceux qui restent servent à votre connexion et à vos formulaires.',
    ],
  },
  privacy: {
    title: 'Données personnelles',
    intro: 'Ce que vous écrivez est chiffré. Qui détient la base de données ou ses sauvegardes ne lit aucun dossier. Qui tiendrait les machines en marche pourrait lire ce que des personnes ouvrent à ce moment-là.',
    directory: 'La base et la clé de l’annuaire montrent ensemble qui a un compte et dans quel dossier, pas ce qui y est écrit.',
    retention: 'Combien de temps',
    caption: 'Durées de conservation décidées pour ce service',
    byHand: 'Les brouillons, les envois interrompus et les saisines conjointes non signées sont effacés par le service lui-même. Pour le reste, les durées sont décidées, et l’effacement automatique n’est pas encore en place : l’exploitant en répond.',
    what: 'Quoi',
    howLong: 'Durée',
    from: 'À partir de',
    then: 'Ensuite',
    rights: 'Vos droits',
    rightsText: 'Vous pouvez demander à lire, corriger ou limiter ce qui vous concerne, auprès de l’équipe de médiation, et saisir la Commission nationale de l’informatique et des libertés (CNIL).',
  },
  map: { title: 'Plan du site', everybody: 'Pour tout le monde', signedIn: 'Une fois connecté' },
  help: {
    title: 'Comment ça se passe',
    steps: 'Les étapes',
    stepItems: [
      'Vous parlez d’abord, si vous le voulez : personne n’est prévenu.',
      'Vous déposez une demande. Trois jours durant, sauf autre réglage, vous pouvez la retirer sans que quiconque soit prévenu.',
      'L’équipe accuse réception, puis la direction apprend qu’une demande existe, et rien d’autre.',
      'Un comité de pairs examine un résumé sans les noms. Le médiateur décide.',
      'Chacun est libre d’accepter ou de refuser, et de s’arrêter à tout moment.',
    ],
    who: 'Qui lit quoi',
    caption: 'Qui peut lire quoi, d’après les règles mêmes du service',
    text: 'Ce qui est écrit',
    readBy: 'Lu par',
    phone: 'Parler à quelqu’un',
  },
};
