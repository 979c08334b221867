import { compartmentKinds, type CompartmentKind, type ShredPurpose, type Standing, type State } from './vocabulary.ts';

/** `own`: only the compartment whose subject is the standing's subject (one's own party, oneself). */
export type Reader = { standing: Standing; own?: true; epochs?: 'preparation' | 'since-designation' };
type Readers = { [kind in CompartmentKind]: readonly Reader[] };

/**
 * Who reads which compartment (design 4). The same table gives `decide`, the keys that are sealed and the row-level
 * security: `rows.ts` writes SQL from it.
 */
export const readers: Readers = besideInCharge({
  identity: [{ standing: 'party', own: true }, { standing: 'former-party', own: true }, { standing: 'register' }, { standing: 'in-charge' }, { standing: 'alternate' }, { standing: 'delegate' }, { standing: 'secretary' }],
  account: [{ standing: 'party', own: true }, { standing: 'former-party', own: true }, { standing: 'referrer', own: true }, { standing: 'request' }, { standing: 'in-charge' }, { standing: 'delegate' }],
  object: [{ standing: 'party' }, { standing: 'in-charge' }, { standing: 'delegate' }],
  letters: [{ standing: 'party', own: true }, { standing: 'former-party', own: true }, { standing: 'in-charge' }, { standing: 'delegate' }],
  caucus: [
    { standing: 'party', own: true },
    { standing: 'former-party', own: true },
    { standing: 'in-charge', epochs: 'preparation' },
    { standing: 'delegate', epochs: 'since-designation' },
  ],
  room: [{ standing: 'party' }, { standing: 'delegate' }],
  convocation: [{ standing: 'convened' }, { standing: 'in-charge' }],
  'convocation-names': [{ standing: 'named' }, { standing: 'in-charge' }],
  declaration: [{ standing: 'self', own: true }, { standing: 'in-charge' }],
  summary: [{ standing: 'seated' }, { standing: 'in-charge' }],
  deliberation: [{ standing: 'seated' }, { standing: 'in-charge' }],
  workspace: [{ standing: 'in-charge' }, { standing: 'delegate' }],
  notes: [{ standing: 'self', own: true }],
  agreement: [{ standing: 'party' }, { standing: 'delegate' }, { standing: 'in-charge' }],
  dispatch: [{ standing: 'register' }, { standing: 'in-charge' }, { standing: 'secretary' }],
  conciliation: [{ standing: 'party' }, { standing: 'in-charge' }, { standing: 'alternate' }],
  paper: [{ standing: 'party', own: true }, { standing: 'former-party', own: true }, { standing: 'request' }, { standing: 'in-charge' }, { standing: 'delegate' }],
});

/** Whoever stands in for the person in charge, or is named to take over, reads exactly what that person reads. */
function besideInCharge(own: Readers): Readers {
  const beside = (reader: Reader): Reader[] => (reader.standing === 'in-charge' ? [reader, { ...reader, standing: 'stand-in' }, { ...reader, standing: 'successor' }] : [reader]);

  const kinds = Object.keys(own) as CompartmentKind[];

  return { ...own, ...Object.fromEntries(kinds.map((kind) => [kind, own[kind].flatMap(beside)])) };
}

/** Whether these standings put somebody in the place of the person in charge: their own, or an absent colleague's. */
export function hasCharge(standings: readonly Standing[]): boolean {
  return standings.includes('in-charge') || standings.includes('stand-in');
}

/** What a party reads: `own`, where it is about them alone; `shared`, with the other parties. */
export const partyReads = readsOf('party');

/** The same once they have left the mediation. */
export const formerPartyReads = readsOf('former-party');

function readsOf(standing: Standing): { own: CompartmentKind[]; shared: CompartmentKind[] } {
  return { own: kindsWhere((one) => one.standing === standing && one.own === true), shared: kindsWhere((one) => one.standing === standing && !one.own) };
}

/** Who writes freely into which compartment; the others are written by deeds of their own. */
export const writers: Partial<Record<CompartmentKind, readonly Standing[]>> = {
  account: ['party'],
  caucus: ['party', 'in-charge', 'stand-in', 'delegate'],
  room: ['party', 'delegate'],
  workspace: ['in-charge', 'stand-in', 'delegate'],
  notes: ['in-charge', 'delegate', 'convened', 'presiding'],
  letters: ['in-charge', 'stand-in', 'delegate'],
};

/** Who adds documents where. A party's goes to their account: it reaches the others only as a copy (`share-document`). */
export const documentWriters = {
  account: ['party'],
  room: ['delegate'],
  letters: ['in-charge', 'stand-in', 'delegate'],
  workspace: ['in-charge', 'stand-in', 'delegate'],
  agreement: ['in-charge', 'stand-in', 'delegate'],
  conciliation: ['in-charge', 'stand-in'],
} as const satisfies Partial<Record<CompartmentKind, readonly Standing[]>>;
export type DocumentPlace = keyof typeof documentWriters;

/** `first`: only the first epoch, with which the compartment begins. `own`: as for a reader. */
export type Opener = { standing: Standing; first?: true; own?: true };

/**
 * Who opens a compartment they do not read: the author of a request seals what is for others, the secretary convenes, and
 * seals a scan under a key of its own each time.
 */
export const openers: Partial<Record<CompartmentKind, readonly Opener[]>> = {
  identity: [{ standing: 'requester', first: true }, { standing: 'referrer', first: true }],
  account: [{ standing: 'requester', first: true }, { standing: 'clerk', first: true, own: true }, { standing: 'referrer', first: true, own: true }],
  convocation: [{ standing: 'secretary' }],
  paper: [{ standing: 'secretary' }],
};

/** Whoever opens these without reading them does so under a new key each time. */
export const begunAgain: readonly CompartmentKind[] = ['paper'];

/** Compartments that may have one holder: by nature, or until a second person comes (design 4). The paper behind a scan is in the office. */
export const soleHolderAllowed: readonly CompartmentKind[] = ['notes', 'declaration', 'convocation', 'convocation-names', 'summary', 'deliberation', 'workspace', 'paper'];

/**
 * The same for one compartment: an account received on paper or from an institution, and an object written before any party
 * has come, have whoever is in charge until their party comes.
 */
export function mayHaveOneHolder({ kind, subject }: { kind: CompartmentKind; subject: string | null }, standings: readonly Pick<HeldStanding, 'standing' | 'subject'>[]): boolean {
  if (kind !== 'account' && kind !== 'object') return soleHolderAllowed.includes(kind);

  return !standings.some((held) => held.standing === 'party' && (kind === 'object' || held.subject === subject));
}

/** Standings that forbid gives back: a recused or removed person has none, and a transferred case keeps only its parties. */
export const survivesTransfer: readonly Standing[] = ['party', 'former-party', 'requester', 'self'];
export const noMoreOfficers: readonly State[] = ['transferred'];

function kindsWhere(test: (reader: Reader) => boolean): CompartmentKind[] {
  return compartmentKinds.filter((kind) => readers[kind].some(test));
}

/** Under which shred key a compartment lies (design 4). */
export function shredPurposeOf(kind: CompartmentKind): ShredPurpose {
  if (kind === 'notes') return 'notes';
  if (['caucus', 'room', 'workspace', 'convocation', 'convocation-names', 'declaration', 'summary', 'deliberation', 'conciliation'].includes(kind)) return 'workspace';

  return 'file';
}

/** What a person is to a case, as facts give it. `since` is when that standing began. */
export type HeldStanding = { person: string; standing: Standing; subject: string | null; since: Date };
export type Epoch = { number: number; audience: 'preparation' | 'mediation'; openedAt: Date };

/** Whether a standing reads an epoch of a compartment. */
export function reads(held: HeldStanding, compartment: { kind: CompartmentKind; subject: string | null }, epoch: Epoch): boolean {
  return readers[compartment.kind].some(
    (reader) =>
      reader.standing === held.standing &&
      (!reader.own || held.subject === compartment.subject) &&
      (reader.epochs !== 'preparation' || epoch.audience === 'preparation') &&
      (reader.epochs !== 'since-designation' || (epoch.audience === 'mediation' && epoch.openedAt >= held.since)),
  );
}
