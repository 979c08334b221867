import { compartmentKinds, type CompartmentKind, type ShredPurpose, type Standing, type State } from './vocabulary.ts';

/** `own`: only the compartment whose subject is the standing's subject (one's own party, oneself). */
export type Reader = { standing: Standing; own?: true; epochs?: 'preparation' | 'since-designation' };

/**
 * Who reads which compartment (design 4). The same table gives `decide`, the keys that are sealed and the row-level
 * security: `rows.ts` writes SQL from it.
 */
export const readers: Record<CompartmentKind, readonly Reader[]> = {
  identity: [{ standing: 'party', own: true }, { standing: 'register' }, { standing: 'in-charge' }, { standing: 'alternate' }, { standing: 'delegate' }, { standing: 'secretary' }],
  account: [{ standing: 'party', own: true }, { standing: 'request' }, { standing: 'in-charge' }, { standing: 'delegate' }],
  object: [{ standing: 'party' }, { standing: 'in-charge' }, { standing: 'delegate' }],
  letters: [{ standing: 'party', own: true }, { standing: 'in-charge' }, { standing: 'delegate' }],
  caucus: [
    { standing: 'party', own: true },
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
};

/** What a party reads: `own`, where it is about them alone; `shared`, with the other parties. */
export const partyReads = {
  own: kindsWhere((one) => one.standing === 'party' && one.own === true),
  shared: kindsWhere((one) => one.standing === 'party' && !one.own),
};

/** Who writes freely into which compartment; the others are written by deeds of their own. */
export const writers: Partial<Record<CompartmentKind, readonly Standing[]>> = {
  account: ['party'],
  caucus: ['party', 'in-charge', 'delegate'],
  room: ['party', 'delegate'],
  workspace: ['in-charge', 'delegate'],
  notes: ['in-charge', 'delegate', 'convened', 'presiding'],
  letters: ['in-charge', 'delegate'],
};

/** Who adds documents where. A party's goes to their account: it reaches the others only as a copy (`share-document`). */
export const documentWriters = {
  account: ['party'],
  room: ['delegate'],
  letters: ['in-charge', 'delegate'],
  workspace: ['in-charge', 'delegate'],
  agreement: ['in-charge', 'delegate'],
  conciliation: ['in-charge'],
} as const satisfies Partial<Record<CompartmentKind, readonly Standing[]>>;
export type DocumentPlace = keyof typeof documentWriters;

/** Who opens a compartment they do not read: the author of a request seals what is for others, the secretary convenes. */
export const openers: Partial<Record<CompartmentKind, readonly Standing[]>> = {
  identity: ['requester'],
  account: ['requester'],
  convocation: ['secretary'],
};

/** Compartments that may have one holder: by nature, or until a second person comes (design 4). */
export const soleHolderAllowed: readonly CompartmentKind[] = ['notes', 'declaration', 'convocation', 'convocation-names', 'summary', 'deliberation', 'workspace'];

/** Standings that forbid gives back: a recused or removed person has none, and a transferred case keeps only its parties. */
export const survivesTransfer: readonly Standing[] = ['party', 'requester', 'self'];
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
