import type { Profession } from '../../../../policies/charter/categories.ts';
import type { Exclusion, Family, PriorStepOutcome, Relation } from '../../../../policies/charter/words.ts';
import type { Purpose, State } from '../../../../policies/vocabulary.ts';
import type { ContactChannel, PriorStepForm } from '../../forms/choices.ts';

type Choice = { label: string; hint?: string };

const purposes: Record<Purpose, Choice> = {
  dispute: { label: 'Régler un différend', hint: 'Entre deux personnes ou davantage, dans le travail.' },
  return: {
    label: 'Préparer un retour au travail',
    hint: 'Après une longue absence. Le motif de l’absence ne vous est pas demandé, et vous n’avez personne à nommer.',
  },
  prevention: {
    label: 'Prévenir une difficulté',
    hint: 'Améliorer les relations entre des personnes ou des équipes, avant que le conflit ne s’installe.',
  },
};

const families: Record<Family, string> = {
  medical: 'Professions médicales',
  paramedical: 'Professions paramédicales',
  'paramedical-student': 'Élèves et étudiants paramédicaux',
  'direction-administration': 'Direction et administration',
  'technical-logistics': 'Technique et logistique',
  'socio-educational': 'Social et éducatif',
  other: 'Autre',
};

const professions: Record<Profession, string> = {
  'teaching-hospital-staff': 'Hospitalo-universitaire',
  'clinical-registrar': 'Chef de clinique, assistant des hôpitaux',
  'hospital-practitioner': 'Praticien hospitalier',
  pharmacist: 'Pharmacien',
  odontologist: 'Odontologiste',
  'contractual-practitioner': 'Praticien contractuel',
  'associate-practitioner': 'Praticien associé',
  midwife: 'Sage-femme',
  'junior-doctor': 'Docteur junior',
  intern: 'Interne',
  'medical-student': 'Étudiant en médecine, pharmacie, odontologie ou maïeutique',
  nurse: 'Infirmier, infirmier spécialisé',
  'care-assistant': 'Aide-soignant, auxiliaire de puériculture',
  'health-manager': 'Cadre de santé',
  rehabilitation: 'Rééducation',
  'medico-technical': 'Médico-technique (laboratoire, imagerie, pharmacie)',
  'paramedical-student': 'Élève ou étudiant d’une école paramédicale',
  director: 'Direction',
  administrative: 'Administratif',
  technical: 'Technique',
  logistics: 'Logistique',
  'socio-educational': 'Socio-éducatif',
  other: 'Autre métier',
};

const relations: Record<Relation, string> = {
  peers: 'Nous sommes collègues',
  'agent-hierarchy': 'L’un de nous dépend de l’autre dans la hiérarchie',
  'team-manager': 'L’un de nous encadre l’équipe de l’autre',
  'practitioner-management': 'L’un est praticien, l’autre est à la direction',
  departments: 'Nos services sont concernés',
  institutions: 'Nos établissements sont concernés',
};

const exclusions: Record<Exclusion, string> = {
  'collective-dispute': 'Un conflit social collectif',
  'staff-representation': 'Une question relevant des représentants du personnel',
  'rights-defender': 'Une saisine du Défenseur des droits',
  'disciplinary-procedure': 'Une procédure disciplinaire',
  'medical-council': 'Une décision prise après l’avis du conseil médical',
  'professional-inadequacy': 'Une procédure pour insuffisance professionnelle',
  'patients-or-families': 'Un différend avec un patient ou sa famille',
};

const channels: Record<ContactChannel, Choice> = {
  email: { label: 'Par e-mail', hint: 'À l’adresse de votre compte, ou à une autre que vous indiquez plus bas.' },
  telephone: { label: 'Par téléphone' },
  post: { label: 'Par courrier postal' },
};

const priorSteps: Record<PriorStepForm, Choice> = {
  internal: { label: 'La conciliation de mon établissement' },
  shared: { label: 'Une conciliation commune à plusieurs établissements' },
  'external-mediation': { label: 'Une médiation locale menée par une personne extérieure' },
  crp: { label: 'La commission régionale paritaire', hint: 'Pour les praticiens.' },
  none: { label: 'Rien n’a été tenté', hint: 'Cela n’empêche pas de déposer : dites plus bas pourquoi.' },
};

const outcomes: Record<PriorStepOutcome, Choice> = {
  failed: { label: 'La tentative n’a pas abouti' },
  refused_by_a_party: { label: 'Une personne a refusé d’y participer' },
  not_available: { label: 'Aucun dispositif n’existe ou ne m’a répondu' },
  not_suitable: { label: 'Le dispositif ne convenait pas à la situation' },
};

/** States as past participles, never the code. */
const states: Record<State, string> = {
  received: 'Demande reçue',
  acknowledged: 'Réception confirmée',
  notified: 'À l’étude, lettres établies',
  convened: 'En examen par le comité des pairs',
  consent_requested: 'En attente de l’accord de chacun',
  consented: 'Acceptée par chacun',
  designated: 'Médiateurs désignés',
  in_mediation: 'Médiation en cours',
  in_conciliation: 'Conciliation en cours',
  agreement_proposed: 'Accord proposé',
  agreed: 'Accord signé',
  partly_agreed: 'Accord partiel signé',
  follow_up: 'Accord suivi',
  closed: 'Dossier clos',
  redirected: 'Orientée vers un autre interlocuteur',
  inadmissible: 'Non recevable',
  settled: 'Réglée sans médiation',
  not_opened: 'Médiation non ouverte',
  refused: 'Refusée par une personne',
  withdrawn: 'Retirée',
  ended: 'Terminée sans accord',
  transferred: 'Transmise au niveau national',
};

/** What is due, as the list of cases says it. */
const deadlines: Record<string, string> = {
  acknowledgement: 'Accusé de réception',
  notices: 'Information de l’établissement',
  'committee-examination': 'Examen par le comité des pairs',
  'consent-answer': 'Réponse de chacun',
  challenge: 'Récusation possible',
  agreement: 'Recommandations et accord',
  'follow-up-first': 'Premier suivi',
  'follow-up-second': 'Deuxième suivi',
  'follow-up-third': 'Troisième suivi',
  'referral-answer': 'Réponse à la transmission',
  'local-proposal': 'Proposition de conciliation',
  'local-conciliation': 'Fin de la conciliation',
};

export const choices = { deadlines, purposes, families, professions, relations, exclusions, channels, priorSteps, outcomes, states };
