import { randomBytes, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { connect } from '../db/client.ts';
import { build } from '../server/app.ts';
import { readConfig, type Config } from '../server/config.ts';
import type { Core } from '../server/core.ts';
import type { App } from '../server/instance.ts';
import { createJournal } from '../server/journal/append.ts';
import { attemptLimits, type AttemptLimits } from '../server/people/attempts.ts';
import type { Secrets } from '../server/secrets.ts';
import { identityFrom } from '../server/vault/ed25519.ts';
import { createHasher } from '../server/vault/passphrase.ts';
import { delegateEnrolment, rootKeys, type RootKeys } from '../server/vault/root.ts';
import { closeSealing } from '../server/vault/seal.ts';
import { connectShred } from '../server/vault/shred.ts';
import { appoint, officeOf, type Appointment } from './appoint.ts';
import { clientOf, type Account, type Client } from './client.ts';
import { testDatabase, type TestDatabase } from './database.ts';

type Teardown = { teardown(work: () => unknown): unknown };
type Options = {
  /** When the story begins. */
  from?: Date;
  /** Changes what every deed is given: a hook, smaller limits. */
  change?: (core: Core) => Core;
};

export type House = {
  core: Core;
  app: App;
  config: Config;
  database: TestDatabase;
  /** A superuser's connection, which no wall stops: to look at rows, or to forge them. */
  superuser: postgres.Sql;
  root: RootKeys;
  clock: { now(): Date; pass(minutes: number): void; set(at: Date): void };
  /** How many Argon2id computations there have been. */
  hashes(): number;
  /** Every line logged so far. */
  log: string[];
  /** Someone nobody knows yet, on a machine of their own. */
  visitor(): Client;
  /** The registrar of this house, with a mandate root signed; made when first asked for. */
  registrar(): Promise<Client>;
  /** Gives someone a mandate the registrar countersigned, and signs them in again. */
  appoint(client: Client, appointment: Appointment): Promise<void>;
  /** Someone enrolled and signed in; the address and the passphrase are made from the name unless given. */
  person(name: string, account?: Partial<Account>): Promise<Client>;
};

/** A whole service in memory over a database of its own: real keys and walls, cheap passphrases, and a clock one moves. */
export async function testCore(t: Teardown, { from = new Date('2026-03-02T03:10:00Z'), change = (core) => core }: Options = {}): Promise<House> {
  const given = await testDatabase(t, { shred: true });
  let now = from;
  const clock = () => now;
  const root = await rootKeys(new Uint8Array(randomBytes(32)));
  const secrets = secretsOf(root);
  const database = connect(given.url('app'), clock, { max: 12 });
  const shred = connectShred(given.shredUrl('app'));
  const superuser = postgres(given.url('super'), { max: 2, onnotice: () => {} });
  t.teardown(async () => {
    await Promise.all([database.close(), shred.close(), superuser.end(), closeSealing()]);
  });

  const journal = await createJournal({ database, deployment: secrets.deployment.id, node: 1, rootXwingPublicKey: root.xwing.publicKey });
  const { hasher, hashes } = countingHasher();
  const core = change({ clock, database, shred, journal, secrets, hasher, attemptLimits: generous });
  const config = readConfig({ DATABASE_URL: given.url('app'), SHRED_DATABASE_URL: given.shredUrl('app'), SEQUENCER_DATABASE_URL: given.url('sequencer'), ENTENTE_COST: 'test' });
  const log: string[] = [];
  let registrar: Promise<Client> | undefined;
  const app = await build({ config, clock, secrets, database, core, probes: {}, logStream: { write: (line: string) => void log.push(line) } });
  t.teardown(() => app.close());

  const house: House = {
    core, app, config, database: given, superuser, root, hashes, log,
    clock: { now: clock, pass: (minutes) => void (now = new Date(now.getTime() + minutes * 60_000)), set: (at) => void (now = at) },
    visitor: () => clientOf(app),
    registrar: () => (registrar ??= makeRegistrar(house)),
    appoint: async (client, appointment) => appoint(house, client, appointment, await house.registrar()),
    person: async (name, account) => {
      const client = clientOf(app);
      await client.enrol({ name, address: addressFor(name), passphrase: passphraseFor(name), ...account });

      return client;
    },
  };

  return house;
}

async function makeRegistrar(house: House): Promise<Client> {
  const registrar = await house.person('Hélène Marchand');
  await appoint(house, registrar, { office: await officeOf(house, 'service'), role: 'registrar' });

  return registrar;
}

/** What the root file of a test would sign: its secrets, with enrolment delegated. */
export function secretsOf(root: RootKeys): Secrets {
  const key = () => new Uint8Array(randomBytes(32));
  const id = randomUUID();
  const enrolmentSeed = key();
  const { signature } = delegateEnrolment(root, id, identityFrom(enrolmentSeed).publicKey);

  return {
    pepper: { current: 1, versions: new Map([[1, key()]]) }, directoryKey: key(), tokenSeed: key(), enrolmentSeed, journalSecret: key(),
    deployment: { id, root: { ed25519: root.identity.publicKey, xwing: root.xwing.publicKey }, enrolmentDelegation: signature },
  };
}

/** One machine plays everybody. */
export const generous = Object.fromEntries(
  Object.entries(attemptLimits).map(([kind, { seconds }]) => [kind, { account: 1_000, network: 10_000, seconds }]),
) as AttemptLimits;

/** One mebibyte and two passes: milliseconds. */
function countingHasher() {
  const hasher = createHasher({ cost: { memoryKiB: 1_024, passes: 2, lanes: 1 } });
  let count = 0;

  return {
    hashes: () => count,
    hasher: { cost: hasher.cost, hash: (passphrase: string, salt: Uint8Array) => (count++, hasher.hash(passphrase, salt)) },
  };
}

function addressFor(name: string): string {
  return `${name.normalize('NFD').toLowerCase().replace(/[^a-z]+/g, '.').replace(/\.+$/, '')}.${randomBytes(3).toString('hex')}@exemple.fr`;
}

function passphraseFor(name: string): string {
  return `quatorze tisanes bleues ${randomBytes(4).toString('hex')} ${name.length}`;
}
