import { randomUUID } from 'node:crypto';
import { signerOf, type Core, type Session } from '../core.ts';
import { openOwnSeed } from './own-seed.ts';
import { endOthers } from './sessions.ts';
import { replaceSlots, sealNewPassphrase } from './slot-rows.ts';
import { refuseWeak, stretch } from './stretch.ts';

/**
 * Seals the seed under another passphrase and ends the other sessions. The recovery code stays.
 * @throws Problem `wrong-passphrase` (field `current`), `passphrase-weak`, `changed-meanwhile`, `too-many`, `overloaded`
 */
export async function changePassphrase(core: Core, session: Session, { current, passphrase }: { current: string; passphrase: string }): Promise<void> {
  const { person } = session;
  const own = await openOwnSeed(core, session, current, 'current');
  refuseWeak(passphrase, [own.profile.name, own.profile.address, ...own.profile.address.split('@')]);
  const owner = { id: randomUUID(), person, statementDigest: own.slot.statementDigest };
  const slot = sealNewPassphrase(core, owner, own.seed, await stretch(core, passphrase, own.login));

  await core.database.withActor({ kind: 'person', id: person }, async (tx) => {
    const written = await replaceSlots(tx, own.slot, [slot], core.clock());
    const ended = await endOthers(tx, core, session);
    await core.journal.append(tx, { event: 'passphrase-changed', actor: { kind: 'person', person }, subject: { person }, detail: { ended }, written, signer: signerOf(session) });
  });
}
