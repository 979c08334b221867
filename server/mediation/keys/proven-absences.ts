import { concat, idBytes, idFrom } from '../../vault/bytes.ts';
import type { ActRow } from './view.ts';

/** Somebody's absence from an office: who stands in, for whom, from an instant until another. */
export type SignedAbsence = { deputy: string; absent: string; from: Date; until: Date };

const kinds: readonly string[] = ['declare-absence', 'record-absence'];
const length = 16 + 16 + 8 + 8;

/** The subject of an act about an absence: both persons and both instants, so that no row prolongs it. */
export function absenceSubject({ deputy, absent, from, until }: SignedAbsence): Uint8Array {
  const instants = Buffer.alloc(16);
  instants.writeBigUInt64BE(BigInt(from.getTime()), 0);
  instants.writeBigUInt64BE(BigInt(until.getTime()), 8);

  return concat(idBytes(deputy), idBytes(absent), new Uint8Array(instants));
}

export function hasAbsenceSubject(subject: Uint8Array): boolean {
  return subject.length === length;
}

/**
 * What the signed acts of a case say of absences. `taken` fills while acts are proven; an act of `signed` that ends an
 * absence counts when it is by the absent person, by whoever stood in, or by whoever recorded it.
 */
export function absencesOf(taken: readonly ActRow[], signed: readonly ActRow[]) {
  const known = () => taken.flatMap((act) => {
    if (!kinds.includes(act.kind) || !act.subject || !hasAbsenceSubject(act.subject)) return [];
    const absence = absenceFrom(act.subject);
    if (act.kind === 'declare-absence' && act.authorId !== absence.absent) return [];
    const ends = signed.find(({ kind, previousId, authorId }) => kind === 'end-absence' && previousId === act.id && [absence.absent, absence.deputy, act.authorId].includes(authorId));

    return [{ ...absence, until: ends && ends.at < absence.until ? ends.at : absence.until }];
  });

  return {
    /** Whether somebody stood in at that instant: for this person, if one is given. */
    covers: (person: string, at: Date, absent?: string | null) =>
      known().some((one) => one.deputy === person && one.from <= at && at < one.until && (absent === undefined || one.absent === absent)),
  };
}

function absenceFrom(subject: Uint8Array): SignedAbsence {
  const instants = Buffer.from(subject.subarray(32));

  return {
    deputy: idFrom(subject.subarray(0, 16)), absent: idFrom(subject.subarray(16, 32)),
    from: new Date(Number(instants.readBigUInt64BE(0))), until: new Date(Number(instants.readBigUInt64BE(8))),
  };
}
