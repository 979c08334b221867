/**
 * The words of the institution: closed lists of codes, in English; the French words are the pages' business.
 * Codes which the reference spells with an underscore keep it (outcomes, prior steps); all others take a hyphen.
 */

/** How sure a rule is: decree, Charter, official page, press or association, our inference, unknown. */
export const evidenceMarks = ['L', 'C', 'O', 'P', 'I', 'U'] as const;
export type EvidenceMark = (typeof evidenceMarks)[number];

/** Tiers and purposes are the service's words too; D art. 1, 1° to 3° (wording of 2023) [L]. */
export { purposes, tiers, type Purpose, type Tier } from '../vocabulary.ts';

export const establishmentTypes = [
  'university-hospital',
  'hospital',
  'psychiatric-hospital',
  'nursing-home',
  'medico-social',
  'social',
] as const;
export type EstablishmentType = (typeof establishmentTypes)[number];

/** Faculties and schools have a head and an address like an establishment, and stand in the same directory. */
export const institutionTypes = [...establishmentTypes, 'faculty', 'paramedical-school'] as const;
export type InstitutionType = (typeof institutionTypes)[number];

/** Those with a medical commission (CME). */
export const healthEstablishments: readonly string[] = ['university-hospital', 'hospital', 'psychiatric-hospital'] satisfies EstablishmentType[];

export const localSchemes = ['own', 'shared', 'none'] as const;
export type LocalScheme = (typeof localSchemes)[number];

export const families = [
  'medical',
  'paramedical',
  'paramedical-student',
  'direction-administration',
  'technical-logistics',
  'socio-educational',
  'other',
] as const;
export type Family = (typeof families)[number];

/** What a party is, as far as the decree draws consequences from it; see `categories.ts`. */
export const categories = [
  'teaching-hospital',
  'hospital-practitioner',
  'medical',
  'intern',
  'medical-student',
  'paramedical',
  'paramedical-student',
  'director',
  'administrative',
  'technical',
  'socio-educational',
  'other',
] as const;
export type Category = (typeof categories)[number];

export const relations = [
  'peers',
  'agent-hierarchy',
  'team-manager',
  'practitioner-management',
  'departments',
  'institutions',
] as const;
export type Relation = (typeof relations)[number];

/** D art. 6 and 10 [L]; `school-head` is expected from the wording of art. 10 and 13 [I]. */
export const capacities = [
  'party',
  'director',
  'cme-president',
  'dean',
  'school-head',
  'ars',
  'cng',
  'prefect',
  'ministers',
  'regional-mediator',
] as const;
export type Capacity = (typeof capacities)[number];

/** Those of an institution, which is no part of the case it brings. */
export const institutionalCapacities = ['director', 'cme-president', 'dean', 'school-head', 'ars', 'cng', 'prefect', 'ministers'] as const satisfies readonly Capacity[];
export type InstitutionalCapacity = (typeof institutionalCapacities)[number];

/** Who holds an institution, for the recipient rule. D art. 6, 10 and 13 [L]. */
export const institutionalFunctions = ['director', 'cme-president', 'dean', 'school-head'] as const;
export type InstitutionalFunction = (typeof institutionalFunctions)[number];

/** Result of the local attempt, and no content of what was said. Ch art. 9 and 10 [C]; codes [I]. */
export const priorStepOutcomes = ['failed', 'refused_by_a_party', 'not_available', 'not_suitable'] as const;
export type PriorStepOutcome = (typeof priorStepOutcomes)[number];

export const priorStepForms = ['internal', 'shared', 'external-mediation', 'crp'] as const;
export type PriorStepForm = (typeof priorStepForms)[number];

/** D art. 2 [L in part]; the last two stand on official pages only [O]. */
export const exclusions = [
  'collective-dispute',
  'staff-representation',
  'rights-defender',
  'disciplinary-procedure',
  'medical-council',
  'professional-inadequacy',
  'patients-or-families',
] as const;
export type Exclusion = (typeof exclusions)[number];

export const conflictNatures = ['institutional', 'interpersonal', 'mixed'] as const;
export type ConflictNature = (typeof conflictNatures)[number];

/** The five dimensions of quality of life at work, then factors of practice. Set by the mediator, for statistics only. */
export const contributingFactors = [
  'relations',
  'content-of-work',
  'organisation',
  'development',
  'work-life-balance',
  'harassment-alleged',
  'discrimination-alleged',
  'management-style',
  'reorganisation',
  'working-hours',
  'resources',
  'tools',
  'career',
  'return-after-absence',
] as const;
export type ContributingFactor = (typeof contributingFactors)[number];
