import { traits, type Traits } from './categories.ts';
import { workplaceOf, type Establishment, type Party } from './facts.ts';
import type { Capacity, EstablishmentType, Tier } from './words.ts';

/** Somebody who signs a referral, with what they answer for: each field only where their capacity has one. */
export type Signatory = {
  capacity: Capacity;
  personKey: string;
  establishmentId?: string; // establishment, faculty or school
  regionCode?: string; // ARS
  departmentCode?: string; // prefect
  territoryId?: string; // regional mediator
};

/** What a function answers for: an establishment, faculty or school, a region, a department; nothing for a national one. */
export function placeOf({ establishmentId, regionCode, departmentCode }: Pick<Signatory, 'establishmentId' | 'regionCode' | 'departmentCode'>): string | undefined {
  return establishmentId ?? regionCode ?? departmentCode;
}

/** Of somebody's functions, those that a capacity means, in every place where they hold it or in the one named; once each, however many mandates prove it. */
export function functionsMeant(held: readonly Signatory[], { capacity, place }: { capacity: Capacity; place?: string | undefined }): Signatory[] {
  const meant = held.filter((one) => one.capacity === capacity && (place === undefined || placeOf(one) === place));

  return [...new Map(meant.map((one) => [placeOf(one), one])).values()];
}

export type Referral = {
  tier: Tier;
  referrer: Signatory;
  cosigners: readonly Signatory[];
  parties: readonly Party[];
  establishments: readonly (Pick<Establishment, 'id' | 'type' | 'departmentCode'> & { regionCode: string })[];
  /** The case that was examined below, if any; `succeeded` is false once ended, refused, not opened or withdrawn. */
  regionalCase: { territoryId: string; succeeded: boolean } | null;
  /** The national mediator lifts the condition for the CNG, with a recorded reason [I]. */
  conditionLifted?: boolean;
};

export type CompetenceRefusal =
  | 'parties-refer-regionally'
  | 'tier-not-theirs'
  | 'not-among-the-parties'
  | 'nobody-of-theirs'
  | 'joint-signature-needed'
  | 'no-medical-staff'
  | 'regional-not-failed';

/** Why a referral is refused on account of who signs it; nothing if it is not. */
export type Rule = (referral: Referral) => CompetenceRefusal | undefined;

const SOCIAL: EstablishmentType = 'social';

/** D art. 6 [L]: any party, for themselves. */
export const party: Rule = ({ referrer, parties }) =>
  parties.some((one) => one.personKeys.includes(referrer.personKey)) ? undefined : 'not-among-the-parties';

/** D art. 6 [L]: the director alone for non-medical staff; with medical staff there, the CME president signs too. */
export const director: Rule = (referral) => {
  const theirs = partiesAt(referral, referral.referrer.establishmentId);
  if (theirs.some(is('medicalStaff'))) return jointly(referral, 'cme-president');

  return theirs.some(is('directorAlone')) ? undefined : 'nobody-of-theirs';
};

/** D art. 6 [L]: only for medical staff, and only jointly with the director. */
export const cmePresident: Rule = (referral) => {
  const theirs = partiesAt(referral, referral.referrer.establishmentId);
  if (theirs.length === 0) return 'nobody-of-theirs';
  if (!theirs.some(is('medicalStaff'))) return 'no-medical-staff';

  return jointly(referral, 'director');
};

/** D art. 6 [L]: teaching-hospital staff, and students of their faculty. */
export const dean: Rule = ({ referrer, parties }) =>
  ours(parties.filter(is('faculty')).some((one) => isSame(one.facultyId, referrer.establishmentId)));

/** Expected of D art. 6 since 2023, from the wording of art. 10 and 13 [I]. */
export const schoolHead: Rule = ({ referrer, parties }) =>
  ours(parties.filter(is('school')).some((one) => isSame(one.schoolId, referrer.establishmentId)));

/** D art. 6 [L]: a public health or medico-social establishment of the region. */
export const ars: Rule = (referral) =>
  ours(workplaces(referral).some((one) => one.type !== SOCIAL && isSame(one.regionCode, referral.referrer.regionCode)));

/** D art. 6 [L]: a social establishment of the department. */
export const prefect: Rule = (referral) =>
  ours(workplaces(referral).some((one) => one.type === SOCIAL && isSame(one.departmentCode, referral.referrer.departmentCode)));

/** D art. 6 [L]: hospital practitioners and directors of the hospital service. */
export const cng: Rule = ({ parties }) => ours(parties.some(is('cng')));

/** D art. 10 [L]: when the regional examination has not succeeded; read as governing the CNG too, unless lifted [I]. */
export const cngNationally: Rule = (referral) =>
  cng(referral) ?? (referral.conditionLifted || referral.regionalCase?.succeeded === false ? undefined : 'regional-not-failed');

/** D art. 10 [L]: the regional mediator who had the case, once its examination has not succeeded. */
export const regionalMediator: Rule = ({ referrer, regionalCase }) => {
  if (!regionalCase || !isSame(regionalCase.territoryId, referrer.territoryId)) return 'nobody-of-theirs';

  return regionalCase.succeeded ? 'regional-not-failed' : undefined;
};

function jointly({ referrer, cosigners }: Referral, wanted: Capacity): CompetenceRefusal | undefined {
  const signed = cosigners.some(
    (one) =>
      one.capacity === wanted &&
      isSame(one.establishmentId, referrer.establishmentId) &&
      one.personKey !== referrer.personKey,
  );

  return signed ? undefined : 'joint-signature-needed';
}

function partiesAt({ parties }: Referral, establishmentId: string | undefined): Party[] {
  return parties.filter((one) => isSame(workplaceOf(one), establishmentId));
}

function workplaces({ parties, establishments }: Referral) {
  return establishments.filter((place) => parties.some((one) => workplaceOf(one) === place.id));
}

function is(trait: keyof Traits) {
  return (one: Party) => one.categories.some((category) => Boolean(traits[category][trait]));
}

/** Two absent values are not the same place. */
function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return one !== null && one !== undefined && one === other;
}

function ours(found: boolean): CompetenceRefusal | undefined {
  return found ? undefined : 'nobody-of-theirs';
}
