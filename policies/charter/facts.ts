import type { LocalDate } from './calendar.ts';
import type { Category, InstitutionalFunction } from './words.ts';

/** From the first day included to the last day excluded; `null` while it lasts. */
export type Dated = { validFrom: LocalDate; validTo: LocalDate | null };

/**
 * A party as the rules see it. `id` labels it in results. `personKeys` tell whether two rows are the same person, in
 * whatever form the caller compares them: one for a person, one per representative for an institution or a team.
 * `categories`: one for a person, several for a mixed team, none for an institution.
 * A student has a placement, which stands in for the assignment.
 */
export type Party = {
  id: string;
  personKeys: readonly string[];
  categories: readonly Category[];
  establishmentId: string | null;
  placementEstablishmentId: string | null;
  facultyId: string | null;
  schoolId: string | null;
};

/** An establishment, or a faculty or school, which are rows of the same kind. `type` is an `InstitutionType`. */
export type Establishment = {
  id: string;
  type: string;
  departmentCode: string;
  ghtId: string | null;
  jointManagementId: string | null;
};

/** Somebody who holds an institution: an establishment, a faculty or a school, as the function says. */
export type FunctionHolder = Dated & {
  id: string;
  personKey: string;
  function: InstitutionalFunction;
  establishmentId: string;
};

/** Whether a dated row holds on a day. */
export function holdsOn({ validFrom, validTo }: Dated, date: LocalDate): boolean {
  return validFrom <= date && (validTo === null || date < validTo);
}

/** Where a party works: the placement for a student (D art. 10 [L]), else the assignment. */
export function workplaceOf(party: Party): string | null {
  return party.placementEstablishmentId ?? party.establishmentId;
}
