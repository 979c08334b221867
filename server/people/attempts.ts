import type { Tx } from '../../db/client.ts';
import type { Core, Session } from '../core.ts';
import { addressOf, attemptKey, reserve } from '../plugins/limits.ts';

/** What somebody without an account may do so often, or somebody signed in who would wear the service out. */
export type AttemptKind = 'sign-in' | 'enrol' | 'recovery' | 'passphrase' | 'draft' | 'save' | 'resume' | OwnKind;
type OwnKind = 'file' | 'upload' | 'search' | 'export' | 'find-account';

/** How many tries a window of so many seconds allows, for one account (or login) and, where nobody is known, for one network address. */
export type AttemptLimits = Readonly<Record<AttemptKind, { account: number; network?: number; seconds: number }>>;

/** A hospital's whole staff may come from one address, so the second figure only bounds what a machine can try. */
export const attemptLimits = {
  'sign-in': { account: 10, network: 200, seconds: 900 },
  enrol: { account: 5, network: 60, seconds: 3600 },
  recovery: { account: 5, network: 30, seconds: 3600 },
  passphrase: { account: 10, network: 200, seconds: 900 },
  draft: { account: 10, network: 200, seconds: 86_400 }, // kept for months, by whoever never comes back
  save: { account: 300, network: 3000, seconds: 900 },
  resume: { account: 120, network: 600, seconds: 900 },
  file: { account: 10, seconds: 86_400 },
  upload: { account: 100, seconds: 86_400 },
  search: { account: 60, seconds: 900 },
  export: { account: 20, seconds: 3600 },
  'find-account': { account: 30, seconds: 86_400 },
} as const satisfies AttemptLimits;

/**
 * Counts one try before anything costly is computed, in the caller's transaction, which must commit whatever follows.
 * @param account a login's HMAC in hexadecimal or a person's id, known or not. @param ip null when the session says who it is
 * @throws Problem `too-many`
 */
export async function countAttempt(tx: Tx, core: Core, kind: AttemptKind, account: string, ip: string | null): Promise<void> {
  const limits: AttemptLimits = core.attemptLimits ?? attemptLimits;
  const { account: perAccount, network, seconds } = limits[kind];
  const keyOf = (about: string, value: string) => attemptKey(core.secrets.directoryKey, about, value);

  if (ip !== null && network !== undefined) await reserve(tx, `${kind}-network`, keyOf(`${kind}-network`, addressOf(ip)), network, seconds);
  await reserve(tx, kind, keyOf(kind, account), perAccount, seconds);
}

/**
 * Counts what somebody signed in does, before it costs anything, in a transaction of its own.
 * @throws Problem `too-many`
 */
export async function countOwn(core: Core, { person }: Pick<Session, 'person'>, kind: OwnKind): Promise<void> {
  await core.database.withActor({ kind: 'visitor' }, (tx) => countAttempt(tx, core, kind, person, null));
}
