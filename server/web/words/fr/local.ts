import type { OrientationReason } from '../../../../policies/charter/reasons.ts';
import type { PriorStepForm, PriorStepOutcome } from '../../../../policies/charter/words.ts';

const orientations: Record<OrientationReason, string> = {
  'human-resources': 'Le service des ressources humaines',
  'occupational-health': 'Le service de santé au travail',
  'disciplinary-route': 'La voie disciplinaire',
  'harassment-line': 'Le dispositif de signalement des violences et du harcèlement',
  'police-or-justice': 'La police ou la justice',
};

const forms: Record<PriorStepForm, string> = {
  internal: 'Dispositif propre à l’établissement',
  shared: 'Dispositif commun à plusieurs établissements',
  'external-mediation': 'Médiation locale menée par une personne extérieure',
  crp: 'Commission régionale paritaire',
};

const outcomes: Record<PriorStepOutcome | 'agreed', string> = {
  agreed: 'Accord entre les parties',
  failed: 'Tentative sans résultat',
  refused_by_a_party: 'Refus d’une partie',
  not_available: 'Aucun dispositif',
  not_suitable: 'Dispositif qui ne convenait pas',
};

/** Pages of a conciliation, for whoever runs it. */
export const local = {
  orientations,
  forms,
  outcomes,
  tabs: { parties: 'Parties et accords', exchanges: 'Échanges', conciliation: 'Conciliation', attestation: 'Attestation' },
  conciliation: {
    meetings: 'Rencontres',
    meetingsCaption: 'Rencontres qui ont eu lieu',
    day: 'Jour',
    by: 'Enregistrée par',
    noMeeting: 'Aucune rencontre n’est enregistrée.',
    minutes: (day: string) => `Compte rendu de la rencontre du ${day}`,
    minutesAudience: 'Visible par toutes les parties, par le conciliateur et son suppléant',
    proposals: 'Propositions',
    noProposal: 'Aucune solution n’est encore proposée.',
    proposal: (version: string, day: string) => `Proposition ${version}, du ${day}`,
    proposalAudience: 'Visible par toutes les parties et par le conciliateur',
    signed: (count: string, all: string, names: string) => (names === '' ? `Personne ne l’a encore signée, sur ${all} parties.` : `Signée par ${count} parties sur ${all} : ${names}.`),
    replaced: 'Remplacée par une proposition plus récente : ses signatures ne comptent plus.',
  },
  attestation: {
    heading: 'Attestation d’une tentative de conciliation',
    reference: 'Dossier',
    establishment: 'Établissement',
    form: 'Forme',
    dates: 'Dates',
    fromTo: (from: string, to: string) => `Du ${from} au ${to}`,
    outcome: 'Issue',
    role: 'Fonction de la personne qui atteste',
    signature: 'Signature électronique (Ed25519)',
    noContent: 'Une attestation ne dit rien de ce qui s’est dit, et ne nomme personne.',
    placed: 'Chaque partie la trouve dans son dossier et peut la joindre à une saisine du médiateur régional.',
    print: 'Pour imprimer, utilisez la commande d’impression du navigateur.',
    notYet: 'Elle se donne quand la conciliation est finie : par un accord, sans résultat, ou par un refus.',
  },
};
