import { randomUUID } from 'node:crypto';
import { signerOf, type Core } from '../core.ts';
import { Problem } from '../problems.ts';
import { personKeys } from '../vault/person-keys.ts';
import { newRecoveryCode, parseRecoveryCode } from '../vault/recovery-code.ts';
import { openRecoverySlot, sealRecoverySlot, type Slot } from '../vault/slots.ts';
import { loginOf } from './address.ts';
import { afterSignIn } from './after-sign-in.ts';
import type { Enrolled } from './enrol.ts';
import { slotsOfLogin } from './login-slots.ts';
import { idleOf, openSession, signedIn, writeSession } from './open-session.ts';
import { ownLine } from './own-line.ts';
import { endOthers } from './sessions.ts';
import { signInFailed } from './sign-in-failed.ts';
import { replaceSlots, sealNewPassphrase } from './slot-rows.ts';
import { refuseWeak, stretch } from './stretch.ts';

export type RecoveryRequest = { address: string; code: string; passphrase: string; isShared: boolean; ip: string };

/**
 * Opens the seed with the recovery code, remakes both slots under a new passphrase and a new code, ends every session and
 * signs in. A code serves once.
 * @throws Problem `sign-in-failed` (also for an unknown address), `passphrase-weak`, `changed-meanwhile`, `too-many`, `overloaded`
 */
export async function recover(core: Core, { address, code, passphrase, isShared, ip }: RecoveryRequest): Promise<Enrolled> {
  refuseWeak(passphrase, [address, ...address.split('@')]);
  const login = loginOf(core, address);
  const slots = await slotsOfLogin(core, 'recovery', 'recovery', login, ip);
  const found = openFirst(core, slots, code);
  if (!found) throw await signInFailed(core, 'recover', login);

  const { person, statementDigest } = found.slot;
  const keys = await personKeys(found.seed);
  const line = await ownLine(core, person, keys);
  if (!line) throw new Problem('sign-in-failed');

  const renewed = newRecoveryCode();
  const owner = () => ({ id: randomUUID(), person, statementDigest });
  const remade = [
    sealNewPassphrase(core, owner(), found.seed, await stretch(core, passphrase, login)),
    sealRecoverySlot(core.secrets.deployment.id, owner(), found.seed, renewed.bytes),
  ];
  const idleMinutes = idleOf({ isShared, holdsMandate: line.holdsMandate });
  const opened = openSession(core, { person, keys, statementDigest: line.verified.digest, idleMinutes, at: core.clock() });

  await core.database.withActor({ kind: 'person', id: person }, async (tx) => {
    const written = await replaceSlots(tx, found.slot, remade, core.clock());
    const ended = await endOthers(tx, core, opened.session);
    await core.journal.append(tx, { event: 'recovered', actor: { kind: 'person', person }, subject: { person }, detail: { ended }, written, signer: signerOf(opened.session) });
    await writeSession(tx, core, opened);
  });
  await afterSignIn(core, opened.session);

  return { ...signedIn(opened), recoveryCode: renewed.text };
}

function openFirst({ secrets }: Core, slots: readonly Slot[], typed: string): { slot: Slot; seed: Uint8Array } | undefined {
  const code = parseRecoveryCode(typed) ?? new Uint8Array(20);
  const tried = slots.map((slot) => ({ slot, seed: openRecoverySlot(secrets.deployment.id, slot, code) }));

  return tried.flatMap(({ slot, seed }) => (seed ? [{ slot, seed }] : []))[0];
}
