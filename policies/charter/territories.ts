import type { LocalDate } from './calendar.ts';
import { holdsOn, type Dated } from './facts.ts';

/** Territories are dated reference data, never an enum (domain 3.1). `opensOn` is when its office takes its first case. */
export type Territory = Dated & { id: string; code: string; opensOn: LocalDate };
export type Department = { code: string; regionCode: string };
/** Which region belongs to which territory, and when. */
export type Membership = Dated & { regionCode: string; territoryId: string };

export type TerritoryDirectory = {
  departments: readonly Department[];
  memberships: readonly Membership[];
  territories: readonly Territory[];
};

export type Routing =
  | { office: 'regional'; territory: Territory }
  | { office: 'national'; because: 'department-unknown' | 'region-without-territory' | 'territory-not-open' };

/**
 * The office a case of a department goes to on a day: its territory (Ch art. 5 [C], D art. 8-I [L]), or the national office
 * where none is open yet, as in 2017-2019 [I]. A case keeps the territory it was routed to: store the answer.
 * @param date the local day of the establishment on which the request arrives
 */
export function territoryAt(department: string, date: LocalDate, directory: TerritoryDirectory): Routing {
  const region = directory.departments.find((one) => one.code === department)?.regionCode;
  if (region === undefined) return { office: 'national', because: 'department-unknown' };

  const member = directory.memberships.find((one) => one.regionCode === region && holdsOn(one, date));
  const territory = directory.territories.find((one) => one.id === member?.territoryId && holdsOn(one, date));
  if (!territory) return { office: 'national', because: 'region-without-territory' };
  if (date < territory.opensOn) return { office: 'national', because: 'territory-not-open' };

  return { office: 'regional', territory };
}

/**
 * Guard G6: whether a territory may keep a case. One party working there is enough where parties work in several [I].
 * @param departments those of the establishments where the parties work
 */
export function territoryMatches(
  territoryId: string,
  departments: readonly string[],
  date: LocalDate,
  directory: TerritoryDirectory,
): boolean {
  return departments.some((department) => {
    const routing = territoryAt(department, date, directory);

    return routing.office === 'regional' && routing.territory.id === territoryId;
  });
}
