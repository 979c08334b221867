import type { LocalDate } from './calendar.ts';
import { traits, type Traits } from './categories.ts';
import { holdsOn, workplaceOf, type Establishment, type FunctionHolder, type Party } from './facts.ts';
import { healthEstablishments, institutionalFunctions, type InstitutionalFunction } from './words.ts';

export type RecipientCode = 'assignment' | 'placement' | 'medical-staff' | 'teaching-hospital-staff' | 'faculty-student' | 'school-student';

/** Why somebody is told: in which function, of which establishment, faculty or school, and on account of which party. */
export type RecipientReason = {
  function: InstitutionalFunction;
  establishmentId: string | null; // null where the case does not say which
  party: string;
  code: RecipientCode;
};

/** `held`: the recipient is a party themselves; the mediator is asked, nothing leaves meanwhile. */
export type Recipient = {
  holder: FunctionHolder;
  function: InstitutionalFunction;
  establishmentId: string;
  because: readonly RecipientReason[];
  state: 'due' | 'held';
};

export type RecipientDirectory = {
  establishments: readonly Pick<Establishment, 'id' | 'type'>[];
  holders: readonly FunctionHolder[];
};

/** `vacant`: functions which somebody should hold on that day and nobody known does; somebody has to find out. */
export type Recipients = { recipients: readonly Recipient[]; vacant: readonly RecipientReason[] };

/**
 * Who is told that a mediation is asked for, and who receives the agreement: one rule for both (D art. 6, 10, 13 [L]).
 * Each person appears once, whatever the number of their functions. A recipient who is a party is held; the texts are
 * silent on it [I]. Each recipient gets a document of their own: never put this list into it.
 * @param date the local day of the establishment on which the document leaves
 */
export function recipients(parties: readonly Party[], directory: RecipientDirectory, date: LocalDate): Recipients {
  const reasons = parties.flatMap((party) => reasonsFor(party, directory)).sort(inOrder);
  const named = reasons.map((reason) => ({ reason, holder: holderOf(reason, directory, date) }));
  const partyKeys = new Set(parties.flatMap((party) => party.personKeys));

  return {
    recipients: [...groupByPerson(named).values()].map((group) => recipient(group, partyKeys)),
    vacant: named.filter(({ holder }) => !holder).map(({ reason }) => reason),
  };
}

function reasonsFor(party: Party, { establishments }: RecipientDirectory): RecipientReason[] {
  const workplace = workplaceOf(party);
  const type = establishments.find((one) => one.id === workplace)?.type;
  const has = (wanted: (one: Traits) => boolean) =>
    party.categories.some((category) => wanted(traits[category]));
  const reason = (function_: InstitutionalFunction, establishmentId: string | null, code: RecipientCode) => [
    { function: function_, establishmentId, party: party.id, code },
  ];
  const hasCme = type === undefined || healthEstablishments.includes(type);

  return [
    ...reason('director', workplace, party.placementEstablishmentId === null ? 'assignment' : 'placement'),
    // Only health establishments have a CME: elsewhere its president is not vacant, but absent by law.
    ...(has((one) => one.medicalStaff) && hasCme ? reason('cme-president', workplace, 'medical-staff') : []),
    ...(has((one) => one.faculty === 'staff') ? reason('dean', party.facultyId, 'teaching-hospital-staff') : []),
    ...(has((one) => one.faculty === 'student') ? reason('dean', party.facultyId, 'faculty-student') : []),
    ...(has((one) => one.school) ? reason('school-head', party.schoolId, 'school-student') : []),
  ];
}

/** An order that does not depend on the order of the parties. */
function inOrder(one: RecipientReason, other: RecipientReason): number {
  const rank = (reason: RecipientReason) =>
    [institutionalFunctions.indexOf(reason.function), reason.establishmentId, reason.code, reason.party].join(' ');

  return rank(one) < rank(other) ? -1 : 1;
}

function holderOf(reason: RecipientReason, { holders }: RecipientDirectory, date: LocalDate): FunctionHolder | undefined {
  return holders.find(
    (one) => one.function === reason.function && one.establishmentId === reason.establishmentId && holdsOn(one, date),
  );
}

type Named = { reason: RecipientReason; holder: FunctionHolder };

function groupByPerson(named: readonly { reason: RecipientReason; holder: FunctionHolder | undefined }[]) {
  const groups = new Map<string, [Named, ...Named[]]>();

  for (const { reason, holder } of named) {
    if (!holder) continue;
    const group = groups.get(holder.personKey);
    if (group) group.push({ reason, holder });
    else groups.set(holder.personKey, [{ reason, holder }]);
  }

  return groups;
}

function recipient(group: readonly [Named, ...Named[]], partyKeys: ReadonlySet<string>): Recipient {
  const [{ holder }] = group;

  return {
    holder,
    function: holder.function,
    establishmentId: holder.establishmentId,
    because: group.map(({ reason }) => reason),
    state: partyKeys.has(holder.personKey) ? 'held' : 'due',
  };
}
