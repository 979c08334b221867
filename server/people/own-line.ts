import type { Core } from '../core.ts';
import { equal } from '../vault/bytes.ts';
import { verifyCurrent } from '../vault/chain.ts';
import type { PersonKeys } from '../vault/person-keys.ts';
import { mandatesAt, UntrustedError, type Verified } from '../vault/trust.ts';
import { loadWorld } from './world.ts';

export type OwnLine = { verified: Verified; holdsMandate: boolean };

/**
 * A person's own statements, followed up to root, which must name the keys their seed gives: otherwise somebody has put
 * other keys in their place, and nothing is signed or opened under them.
 * @returns null when they are not believed, which is journaled as an alarm
 */
export async function ownLine(core: Core, person: string, keys: PersonKeys): Promise<OwnLine | null> {
  const at = core.clock();
  const world = await core.database.withActor({ kind: 'person', id: person }, (tx) => loadWorld(tx, core.secrets, at, { persons: [person] }));

  try {
    const verified = verifyCurrent(person, world);
    const { xwing, ed25519 } = verified.statement;
    if (!equal(xwing, keys.xwing.publicKey) || !equal(ed25519, keys.identity.publicKey)) throw new UntrustedError('keys');

    return { verified, holdsMandate: mandatesAt(verified, world, at).length > 0 };
  } catch (error) {
    if (!(error instanceof UntrustedError)) throw error;

    await alarm(core, person, error.reason);

    return null;
  }
}

async function alarm(core: Core, person: string, why: string): Promise<void> {
  await core.database.withActor({ kind: 'visitor' }, (tx) =>
    core.journal.append(tx, { event: 'alarm', act: 'own-line-refused', actor: { kind: 'system' }, subject: { person }, detail: { why } }),
  );
}
