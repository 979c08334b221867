import type { Tx } from '../../db/client.ts';
import type { Core } from '../core.ts';
import { addressOf, attemptKey, reserve } from '../plugins/limits.ts';

export type AttemptKind = 'sign-in' | 'enrol' | 'recovery' | 'passphrase' | 'draft' | 'resume';

/** How many tries a window of so many seconds allows, for one account (or login) and for one network address. */
export type AttemptLimits = Readonly<Record<AttemptKind, { account: number; network: number; seconds: number }>>;

/** A hospital's whole staff may come from one address, so the second figure only bounds what a machine can try. */
export const attemptLimits: AttemptLimits = {
  'sign-in': { account: 10, network: 200, seconds: 900 },
  enrol: { account: 5, network: 60, seconds: 3600 },
  recovery: { account: 5, network: 30, seconds: 3600 },
  passphrase: { account: 10, network: 200, seconds: 900 },
  draft: { account: 10, network: 120, seconds: 3600 },
  resume: { account: 120, network: 600, seconds: 900 },
};

/**
 * Counts one try before anything costly is computed, in the caller's transaction, which must commit whatever follows.
 * @param account a login's HMAC in hexadecimal or a person's id, known or not. @param ip null when the session says who it is
 * @throws Problem `too-many`
 */
export async function countAttempt(tx: Tx, core: Core, kind: AttemptKind, account: string, ip: string | null): Promise<void> {
  const { account: perAccount, network, seconds } = (core.attemptLimits ?? attemptLimits)[kind];
  const keyOf = (about: string, value: string) => attemptKey(core.secrets.directoryKey, about, value);

  if (ip !== null) await reserve(tx, `${kind}-network`, keyOf(`${kind}-network`, addressOf(ip)), network, seconds);
  await reserve(tx, kind, keyOf(kind, account), perAccount, seconds);
}
