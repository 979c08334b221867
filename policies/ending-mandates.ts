import { officeKeyUses, type Role } from './vocabulary.ts';

export type Term = { person: string; office: string; role: Role; validTo: Date };

/** Two at least do everything in an office: one alone is also the only one who can open it to others [I]. */
export const leastHolders = 2;

/**
 * The mandates that end before an instant, the first first, each with how many others could still do the same in its office
 * from then on: hold one of the same keys, or where there is none, the same role. Pure.
 * @param inForce every mandate in force now
 */
export function endingMandates<T extends Term>(inForce: readonly T[], before: Date): (T & { left: number })[] {
  const lasting = inForce.filter(({ validTo }) => validTo >= before);

  return inForce
    .filter(({ validTo }) => validTo < before)
    .map((ending) => {
      const peers = lasting.filter(({ office, role }) => office === ending.office && doTheSame(role, ending.role));

      return { ...ending, left: new Set(peers.map(({ person }) => person)).size };
    })
    .sort((one, other) => one.validTo.getTime() - other.validTo.getTime());
}

function doTheSame(one: Role, other: Role): boolean {
  return one === other || Object.values<readonly Role[]>(officeKeyUses).some((holders) => holders.includes(one) && holders.includes(other));
}
