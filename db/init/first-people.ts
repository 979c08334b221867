import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { addMonths, endOfLocalDay, localDate } from '../../policies/charter/calendar.ts';
import type { Core } from '../../server/core.ts';
import { loginOf } from '../../server/people/address.ts';
import { currentUndertaking } from '../../server/people/offices/undertaking-text.ts';
import { signUndertaking } from '../../server/people/offices/undertaking.ts';
import { mandatesInForce } from '../../server/people/offices/mandates.ts';
import { sealProfile, type Profile } from '../../server/people/profile.ts';
import { insertSlots, sealNewPassphrase } from '../../server/people/slot-rows.ts';
import { insertStatement } from '../../server/people/statement-line.ts';
import { stretch } from '../../server/people/stretch.ts';
import { newSeed, personKeys, type PersonKeys } from '../../server/vault/person-keys.ts';
import { newRecoveryCode } from '../../server/vault/recovery-code.ts';
import type { RootKeys } from '../../server/vault/root.ts';
import { sealRecoverySlot } from '../../server/vault/slots.ts';
import { signStatement, statementDigest, type Statement } from '../../server/vault/statement.ts';
import type { StatementSignature } from '../../server/vault/trust.ts';
import type { Tx } from '../client.ts';
import { mandate, office, person as personTable } from '../schema/index.ts';
import { randomPassphrase } from './random-words.ts';

/** What a first person is given, once. */
export type FirstPerson = Profile & { person: string; passphrase: string; recoveryCode: string };

type Role = 'administrator' | 'registrar';
type Prepared = Awaited<ReturnType<typeof prepare>>;

/**
 * Makes the first administrator and the first registrar, two persons, in the office of the service. Root signs their
 * statements and mandates, which it does for nobody else; each signs the undertaking. All of it is one transaction.
 */
export async function makeFirstPeople(core: Core, root: RootKeys, { administrator, registrar }: Record<Role, Profile>): Promise<Record<Role, FirstPerson> & { office: string }> {
  const at = core.clock();
  const place = randomUUID();
  const first = await prepare(core, root, { at, place, role: 'administrator', profile: administrator });
  const second = await prepare(core, root, { at, place, role: 'registrar', profile: registrar });

  await core.database.withActor({ kind: 'person', id: first.person }, async (tx) => {
    await tx.insert(office).values({ id: place, tier: 'service', code: 'service', openedAt: at });
    await core.journal.append(tx, { event: 'automatic', act: 'open-office', actor: { kind: 'system' }, subject: { office: place }, detail: { tier: 'service' } });
    await write(tx, core, first, at);
    // Both or neither: the second is written as herself in the same transaction.
    await tx.execute(sql`select set_config('entente.actor', ${second.person}, true)`);
    await write(tx, core, second, at);
    await requireBelieved(tx, core, at, [first, second]);
  });

  return { administrator: shown(first), registrar: shown(second), office: place };
}

async function prepare(core: Core, root: RootKeys, { at, place, role, profile }: { at: Date; place: string; role: Role; profile: Profile }) {
  const person = randomUUID();
  const deployment = core.secrets.deployment.id;
  const seed = newSeed();
  const keys = await personKeys(seed);
  const passphrase = randomPassphrase();
  const code = newRecoveryCode();
  const login = loginOf(core, profile.address);
  const self = selfStatement(deployment, person, keys, at);
  const mandated = mandateStatement(self, { at, place, role });
  const owner = () => ({ id: randomUUID(), person, statementDigest: statementDigest(self) });
  const mandateId = randomUUID();

  return {
    person, role, profile, passphrase, recoveryCode: code.text, login, mandateId, mandated,
    statements: [self, mandated].map((statement) => ({ statement, signatures: signatures(root, keys, statement, at) })),
    slots: [
      sealNewPassphrase(core, owner(), seed, await stretch(core, passphrase, login)),
      sealRecoverySlot(deployment, owner(), seed, code.bytes),
    ],
    undertaking: signUndertaking(keys.identity, { deployment, person, mandate: mandateId, version: currentUndertaking }),
  };
}

function selfStatement(deployment: string, person: string, keys: PersonKeys, at: Date): Statement {
  return {
    deployment, person, version: 1, kind: 'self', xwing: keys.xwing.publicKey, ed25519: keys.identity.publicKey,
    previous: null, validFrom: at, validTo: null, office: null, role: null,
  };
}

/** Three years, as for everyone (D art. 9 [L]): the first two are succeeded like others. */
function mandateStatement(self: Statement, { at, place, role }: { at: Date; place: string; role: Role }): Statement {
  const zone = 'Europe/Paris';
  const validTo = endOfLocalDay(addMonths(localDate(at, zone), 36), zone);

  return { ...self, version: 2, kind: 'mandate', previous: statementDigest(self), validTo, office: place, role };
}

function signatures(root: RootKeys, keys: PersonKeys, statement: Statement, at: Date): StatementSignature[] {
  return [
    { by: 'subject', signer: null, signature: signStatement(keys.identity, statement), at },
    { by: 'root', signer: null, signature: signStatement(root.identity, statement), at },
  ];
}

async function write(tx: Tx, core: Core, made: Prepared, at: Date): Promise<void> {
  const { person, role, profile, login, mandateId, mandated, statements, slots, undertaking } = made;
  await tx.insert(personTable).values({ id: person, loginHmac: login.hmac, profile: sealProfile(core, person, profile), createdAt: at });
  for (const { statement, signatures } of statements) await insertStatement(tx, statement, signatures);
  const written = await insertSlots(tx, slots, at);
  await tx.insert(mandate).values({
    id: mandateId, personId: person, officeId: mandated.office ?? '', role, validFrom: mandated.validFrom, validTo: mandated.validTo ?? at, proposedAt: at,
    statementDigest: statementDigest(mandated), undertakingText: currentUndertaking, undertakingSignature: undertaking, undertakingAt: at, countersignedAt: at,
  });
  await core.journal.append(tx, { event: 'enrolled', actor: { kind: 'system' }, subject: { person }, written });
  await core.journal.append(tx, { event: 'automatic', act: 'appoint-first', actor: { kind: 'system' }, subject: { person, mandate: mandateId }, detail: { role } });
}

/** What nobody would believe later must fail now. */
async function requireBelieved(tx: Tx, core: Core, at: Date, made: readonly Prepared[]): Promise<void> {
  const held = await mandatesInForce(tx, core.secrets, at, made.map(({ person }) => person));
  if (held.length !== made.length) throw new Error('the first mandates do not lead to root');
}

function shown({ person, profile, passphrase, recoveryCode }: Prepared): FirstPerson {
  return { ...profile, person, passphrase, recoveryCode };
}
