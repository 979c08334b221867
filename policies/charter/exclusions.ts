import { workplaceOf, type Establishment, type Party } from './facts.ts';

/** A member with every establishment they serve or served: same service history bars too (domain 3.5, 7 [I]). */
export type MemberFacts = { id: string; personKey: string; establishmentIds: readonly string[] };

export type ExclusionCause = 'named-in-case' | 'same-establishment' | 'same-joint-management' | 'same-ght';

/** What is stored of it is `excluded`, never the cause: the cause tells where the parties work. */
export type ExcludedMember = { member: string; because: ExclusionCause };

type Places = Pick<Establishment, 'id' | 'ghtId' | 'jointManagementId'>;

/**
 * First stage of the interest declaration: members barred before anything is shown to anybody [I, on D art. 1 and
 * CJA L. 213-2]. Both the assignment and the placement of a party count.
 * @param establishments reference data for every establishment named; one that is missing bars nobody by its group
 */
export function excludedMembers(
  members: readonly MemberFacts[],
  parties: readonly Party[],
  establishments: readonly Places[],
): ExcludedMember[] {
  const personKeys = new Set(parties.flatMap((party) => party.personKeys));
  const partyPlaces = placesOf(parties.flatMap(placesOfParty), establishments);

  return members.flatMap((member) => {
    const because = causeFor(member, personKeys, partyPlaces, establishments);

    return because ? [{ member: member.id, because }] : [];
  });
}

function causeFor(
  member: MemberFacts,
  personKeys: ReadonlySet<string>,
  partyPlaces: PlaceSets,
  establishments: readonly Places[],
): ExclusionCause | undefined {
  if (personKeys.has(member.personKey)) return 'named-in-case';

  const own = placesOf(member.establishmentIds, establishments);
  if (meet(own.ids, partyPlaces.ids)) return 'same-establishment';
  if (meet(own.jointManagements, partyPlaces.jointManagements)) return 'same-joint-management';
  if (meet(own.ghts, partyPlaces.ghts)) return 'same-ght';

  return undefined;
}

function placesOfParty(party: Party): string[] {
  return [party.establishmentId, workplaceOf(party)].filter((id) => id !== null);
}

type PlaceSets = { ids: ReadonlySet<string>; ghts: ReadonlySet<string>; jointManagements: ReadonlySet<string> };

function placesOf(ids: readonly string[], establishments: readonly Places[]): PlaceSets {
  const places = establishments.filter((one) => ids.includes(one.id));

  return {
    ids: new Set(ids),
    ghts: new Set(places.map((one) => one.ghtId).filter((id) => id !== null)),
    jointManagements: new Set(places.map((one) => one.jointManagementId).filter((id) => id !== null)),
  };
}

function meet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((one) => others.has(one));
}
