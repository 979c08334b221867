import { and, eq } from 'drizzle-orm';
import { person as personTable, slot as slotTable } from '../../db/schema/people.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { personKeys, type PersonKeys } from '../vault/person-keys.ts';
import type { Slot } from '../vault/slots.ts';
import type { Verified } from '../vault/trust.ts';
import { loginOf, type Login } from './address.ts';
import { countAttempt } from './attempts.ts';
import { ownLine } from './own-line.ts';
import { openProfile, type Profile } from './profile.ts';
import { openWithPassphrase, slotOf } from './slot-rows.ts';
import { stretch } from './stretch.ts';

export type OwnSeed = { seed: Uint8Array; keys: PersonKeys; slot: Slot; verified: Verified; login: Login; profile: Profile };

/**
 * Opens the seed of the person signed in, who gives their passphrase again.
 * @param field names the passphrase in the answer to a wrong one
 * @throws Problem `wrong-passphrase` (journaled), `too-many`, `overloaded`, `changed-meanwhile`
 */
export async function openOwnSeed(core: Core, session: Session, passphrase: string, field = 'passphrase'): Promise<OwnSeed> {
  const { slot, profile } = await readOwn(core, session.person);
  const login = loginOf(core, profile.address);
  const seed = openWithPassphrase(core, slot, await stretch(core, passphrase, login));
  if (!seed) throw await wrongPassphrase(core, session, field);

  const keys = await personKeys(seed);
  const line = await ownLine(core, session.person, keys);
  if (!line) throw new Problem('changed-meanwhile');

  return { seed, keys, slot, verified: line.verified, login, profile };
}

async function readOwn(core: Core, person: string): Promise<{ slot: Slot; profile: Profile }> {
  const actor = { kind: 'person', id: person } as const;
  await core.database.withActor(actor, (tx) => countAttempt(tx, core, 'passphrase', person, null));

  const [row] = await core.database.withActor(actor, (tx) =>
    tx
      .select({ slot: slotTable, profile: personTable.profile })
      .from(slotTable)
      .innerJoin(personTable, eq(personTable.id, slotTable.personId))
      .where(and(eq(slotTable.personId, person), eq(slotTable.kind, 'passphrase'))),
  );
  if (!row) throw new Problem('changed-meanwhile');

  return { slot: slotOf(row.slot), profile: openProfile(core, person, row.profile) };
}

async function wrongPassphrase(core: Core, session: Session, field: string): Promise<Problem> {
  const { person } = session;
  await core.database.withActor({ kind: 'person', id: person }, (tx) =>
    core.journal.append(tx, { event: 'refused', act: 'give-passphrase', actor: { kind: 'person', person }, detail: { why: 'wrong-passphrase' }, signer: signerOf(session) }),
  );

  return new Problem('wrong-passphrase', { field });
}
