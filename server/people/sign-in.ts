import type { Core } from '../core.ts';
import { Problem } from '../problems.ts';
import { personKeys } from '../vault/person-keys.ts';
import type { Slot } from '../vault/slots.ts';
import { loginOf } from './address.ts';
import { afterSignIn } from './after-sign-in.ts';
import { slotsOfLogin } from './login-slots.ts';
import { idleOf, openSession, signedIn, writeSession, type SignedIn } from './open-session.ts';
import { ownLine } from './own-line.ts';
import { signInFailed } from './sign-in-failed.ts';
import { isStillThere, openWithPassphrase } from './slot-rows.ts';
import { stretch } from './stretch.ts';

export type SignInRequest = { address: string; passphrase: string; isShared: boolean; ip: string };

/**
 * Signs in to the account, among those of the address, that the passphrase opens. There is no verifier: it is right if
 * and only if a slot opens; an unknown address costs the same work and gets the same answer.
 * @throws Problem `sign-in-failed`, `too-many`, `overloaded`
 */
export async function signIn(core: Core, { address, passphrase, isShared, ip }: SignInRequest): Promise<SignedIn> {
  const login = loginOf(core, address);
  const slots = await slotsOfLogin(core, 'sign-in', 'passphrase', login, ip);
  const stretched = await stretch(core, passphrase, login);
  const found = openFirst(core, slots, stretched);
  if (!found) throw await signInFailed(core, 'sign-in', login);

  const { person } = found.slot;
  const keys = await personKeys(found.seed);
  const line = await ownLine(core, person, keys);
  if (!line) throw new Problem('sign-in-failed');

  const idleMinutes = idleOf({ isShared, holdsMandate: line.holdsMandate });
  const opened = openSession(core, { person, keys, statementDigest: line.verified.digest, idleMinutes, at: core.clock() });
  const isWritten = await core.database.withActor({ kind: 'person', id: person }, async (tx) => {
    if (!(await isStillThere(tx, found.slot))) return false;
    await writeSession(tx, core, opened);

    return true;
  });
  if (!isWritten) throw await signInFailed(core, 'sign-in', login);
  await afterSignIn(core, opened.session);

  return signedIn(opened);
}

/** Tries every slot, also after one has opened. */
function openFirst(core: Core, slots: readonly Slot[], stretched: Uint8Array): { slot: Slot; seed: Uint8Array } | undefined {
  const tried = slots.map((slot) => ({ slot, seed: openWithPassphrase(core, slot, stretched) }));

  return tried.flatMap(({ slot, seed }) => (seed ? [{ slot, seed }] : []))[0];
}
