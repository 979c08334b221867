import type { Category, Family } from './words.ts';

/**
 * What the decree draws from a category. `medicalStaff` brings the CME president in, `faculty` the dean, `school` the head
 * of the paramedical school (D art. 6, 10, 13 [L]); `cng` lets the CNG refer (D art. 6 [L]); `directorAlone` marks
 * non-medical staff, for whom the director signs alone (D art. 6 [L]).
 */
export type Traits = {
  family: Family;
  medicalStaff: boolean;
  faculty: 'staff' | 'student' | null;
  school: boolean;
  cng: boolean;
  directorAlone: boolean;
};

/**
 * An intern is both medical staff and a student of the faculty [I]; a medical student is no staff, so their presence alone
 * does not bring the CME president in [I]; students have a dean or a school head who refers, not the director [I].
 */
export const traits: Record<Category, Traits> = {
  'teaching-hospital': medical({ faculty: 'staff' }),
  'hospital-practitioner': medical({ cng: true }),
  medical: medical({}),
  intern: medical({ faculty: 'student' }),
  'medical-student': medical({ faculty: 'student', medicalStaff: false }),
  paramedical: nonMedical('paramedical'),
  'paramedical-student': { ...nonMedical('paramedical-student'), school: true, directorAlone: false },
  director: { ...nonMedical('direction-administration'), cng: true },
  administrative: nonMedical('direction-administration'),
  technical: nonMedical('technical-logistics'),
  'socio-educational': nonMedical('socio-educational'),
  other: nonMedical('other'),
};

/** Professions as people name them, each with its category. Editable reference data; placings outside the decree are [I]. */
export const professions = {
  'teaching-hospital-staff': 'teaching-hospital',
  'clinical-registrar': 'teaching-hospital',
  'hospital-practitioner': 'hospital-practitioner',
  pharmacist: 'hospital-practitioner',
  odontologist: 'hospital-practitioner',
  'contractual-practitioner': 'medical',
  'associate-practitioner': 'medical',
  midwife: 'medical',
  'junior-doctor': 'intern',
  intern: 'intern',
  'medical-student': 'medical-student',
  nurse: 'paramedical',
  'care-assistant': 'paramedical',
  'health-manager': 'paramedical',
  rehabilitation: 'paramedical',
  'medico-technical': 'paramedical',
  'paramedical-student': 'paramedical-student',
  director: 'director',
  administrative: 'administrative',
  technical: 'technical',
  logistics: 'technical',
  'socio-educational': 'socio-educational',
  other: 'other',
} as const satisfies Record<string, Category>;
export type Profession = keyof typeof professions;

function medical(own: Partial<Traits>): Traits {
  return { family: 'medical', medicalStaff: true, faculty: null, school: false, cng: false, directorAlone: false, ...own };
}

function nonMedical(family: Family): Traits {
  return { family, medicalStaff: false, faculty: null, school: false, cng: false, directorAlone: true };
}
