import { excludedMembers } from '../../policies/charter/exclusions.ts';
import type { CaseParties } from './case-parties.ts';
import type { OfficeMember } from './office-members.ts';

/** Whom the first stage of the declaration bars, before anything is shown to them (design 6). The cause stays here. */
export function barredBy({ parties, facts }: CaseParties, members: readonly OfficeMember[]): Set<string> {
  const persons = [...new Set(members.map(({ person }) => person))];
  const known = persons.map((person) => ({
    id: person, personKey: person,
    establishmentIds: members.flatMap((one) => (one.person === person && one.establishment !== null ? [one.establishment] : [])),
  }));

  return new Set(excludedMembers(known, parties, facts.establishments).map(({ member }) => member));
}
