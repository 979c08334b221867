import { presidingRoles, type Role } from './vocabulary.ts';

/** Somebody in office now. */
type Member = { person: string; role: Role };

/** `absent` is away from an office, `deputy` takes their place there, `actor` says so. */
export type AbsenceFacts = { actor: string; absent: string; deputy: string; members: readonly Member[] };

export type AbsenceRefusal =
  | 'out-of-reach' // no mandate here that would let them say it
  | 'no-mandate' // the deputy named may not run a case of this office
  | 'own-stand-in'; // nobody gives themselves another's place while somebody else could

/** A declared absence is said by whoever will be away; a sudden one by the secretary or another who presides [I]. Pure. */
export function absenceRefusal(kind: 'declared' | 'sudden', { actor, absent, deputy, members }: AbsenceFacts): AbsenceRefusal | undefined {
  const presides = (person: string) => members.some((one) => one.person === person && (presidingRoles as readonly Role[]).includes(one.role));
  const runs = (person: string) => presides(person) || members.some((one) => one.person === person && one.role === 'secretary');

  if (kind === 'declared' ? actor !== absent || !presides(actor) : actor === absent || !runs(actor)) return 'out-of-reach';
  if (deputy === absent || !presides(deputy)) return 'no-mandate';
  if (kind === 'sudden' && deputy === actor && members.some(({ person }) => person !== actor && person !== absent && runs(person))) return 'own-stand-in';

  return undefined;
}

/** The longest absence that may be said at once [I]: about six months, then it is said again. */
export const longestAbsence = 184;
