import type { act, compartment as compartmentTable, epoch as epochTable } from '../../../db/schema/index.ts';
import type { HeldStanding } from '../../../policies/access.ts';
import type { CompartmentKind } from '../../../policies/vocabulary.ts';
import type { Session } from '../../core.ts';
import type { World } from '../../vault/trust.ts';
import type { Proven } from './proven.ts';
import type { GrantRow, RingRow, Unlocked } from './unlock.ts';
import type { CaseView, CompartmentView, EpochView } from './view.ts';

export type NewCompartment = { kind: CompartmentKind; subject?: string | null };

/** An invitation that receives keys: its link's X-Wing key. */
export type InvitedKey = { id: string; publicKey: Uint8Array; expiresAt: Date; compartments: readonly NewCompartment[] };

/** Rows to write so that keys follow the facts, and what could not be trusted. Computed outside any transaction. */
export type KeyPlan = {
  acts: (typeof act.$inferInsert)[];
  compartments: (typeof compartmentTable.$inferInsert)[];
  epochs: (typeof epochTable.$inferInsert)[];
  closes: string[];
  grants: GrantRow[];
  rings: RingRow[];
  /** Open epoch and key of each compartment the session can write into, by compartment id. */
  writable: Map<string, { compartment: NewCompartment & { id: string }; epochId: string; number: number; key: Uint8Array }>;
  /** Persons to whom nothing was sealed: no signed act leads to what the rows say of them. */
  distrusted: { person: string; standing: string }[];
};

export type Planning = {
  deployment: string;
  session: Session;
  view: CaseView;
  world: World;
  proven: Proven;
  /** What every person will be once the deed is done. */
  after: readonly HeldStanding[];
  keys: ReadonlyMap<string, Unlocked>;
  /** One of `begunAgain` that exists already gets a new epoch, whose key the session makes without holding the former. */
  creates?: readonly NewCompartment[];
  /** The deed itself opens the next epoch when somebody leaves on purpose; otherwise the next remaining holder does. */
  opensNext?: boolean | 'where-two-stay';
  invited?: readonly InvitedKey[];
  at: Date;
};

/** Where a key is sealed: an epoch of a compartment, and the signed act that opened it. */
export type Place = { compartment: Pick<CompartmentView, 'id' | 'kind' | 'subject'>; epoch: Pick<EpochView, 'id' | 'number' | 'audience' | 'openedAt'>; act: string };
