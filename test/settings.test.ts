import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { PRODUCTION_COST } from '../server/vault/passphrase.ts';
import { ConfigError, readConfig } from '../server/config.ts';
import { createSecrets, readSecrets, SecretsError, type Deployment } from '../server/secrets.ts';

const urls = {
  DATABASE_URL: 'postgres://app:x@127.0.0.1:1/entente',
  SHRED_DATABASE_URL: 'postgres://app:x@127.0.0.1:1/entente_shred',
  SEQUENCER_DATABASE_URL: 'postgres://sequencer:x@127.0.0.1:1/entente',
};
const deployment: Deployment = {
  id: randomUUID(),
  root: { ed25519: new Uint8Array(randomBytes(32)), xwing: new Uint8Array(randomBytes(1216)) },
  enrolmentDelegation: new Uint8Array(randomBytes(64)),
};

t.test('the configuration', async (t) => {
  t.test('has sound defaults and the production cost of a passphrase', async (t) => {
    const config = readConfig(urls);
    t.match(config, { port: 3000, host: '127.0.0.1', origin: 'http://localhost:3000', secure: false, secretsFolder: './secrets', trustProxy: [] });
    t.strictSame(config.passphraseCost, PRODUCTION_COST);
    t.strictSame(PRODUCTION_COST, { memoryKiB: 64 * 1024, passes: 3, lanes: 1 });
  });

  t.test('names every missing variable, in sentences', async (t) => {
    const sentences = faults({});
    t.equal(sentences.length, 3);
    for (const name of Object.keys(urls)) t.match(sentences.join('\n'), new RegExp(`^${name} is missing: .+\\.$`, 'm'));
  });

  t.test('names a wrong one without repeating it', async (t) => {
    t.strictSame(faults({ ...urls, DATABASE_URL: 'mysql://motdepasse@x' }).length, 1);
    t.notMatch(faults({ ...urls, DATABASE_URL: 'mysql://motdepasse@x' })[0], /motdepasse/);
    for (const [name, value] of [['PORT', '99999'], ['PORT', 'x'], ['ORIGIN', 'https://a.fr/'], ['ENTENTE_COST', 'low'], ['LOG_LEVEL', 'loud']] as const)
      t.match(faults({ ...urls, [name]: value })[0], new RegExp(`^${name} is not usable`), `${name}=${value}`);
  });

  t.test('lowers the cost for tests and never in production', async (t) => {
    t.equal(readConfig({ ...urls, ENTENTE_COST: 'test' }).passphraseCost.memoryKiB, 1024);
    t.match(faults({ ...urls, ENTENTE_COST: 'test', NODE_ENV: 'production' })[0], /refused in production/);
  });
});

t.test('the process refuses to start and says in sentences what is missing', async (t) => {
  const main = fileURLToPath(new URL('../server/main.js', import.meta.url));
  const start = (env: Record<string, string>) => spawnSync(process.execPath, [main], { env, encoding: 'utf8' });

  t.match(start({}), { status: 1, stdout: '', stderr: /^Entente does not start\.\nDATABASE_URL is missing: .+\nSHRED_DATABASE_URL is missing: .+\nSEQUENCER_DATABASE_URL is missing: .+\n$/ });
  t.match(start({ ...urls, SECRETS_FOLDER: '/nowhere/secrets' }), { status: 1, stderr: /^Entente does not start\.\n\/nowhere\/secrets is missing: run init .+\n$/ });
});

function faults(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
  }

  return [];
}

t.test('the secrets folder', async (t) => {
  const parent = mkdtempSync(join(tmpdir(), 'entente-secrets-'));
  t.teardown(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, 'secrets');
  const given = { deployment, enrolmentSeed: new Uint8Array(randomBytes(32)), random: (n: number) => new Uint8Array(randomBytes(n)) };
  const made = createSecrets(folder, given);

  t.test('is private and reads back as it was made', async (t) => {
    t.equal(statSync(folder).mode & 0o777, 0o700);
    t.equal(statSync(join(folder, 'pepper.json')).mode & 0o777, 0o600);
    t.strictSame(readSecrets(folder), made);
  });

  t.test('is never overwritten', async (t) => {
    t.throws(() => createSecrets(folder, given), SecretsError);
    t.strictSame(readSecrets(folder), made);
  });

  t.test('is refused when another user could read it', async (t) => {
    chmodSync(join(folder, 'token.key'), 0o640);
    t.throws(() => readSecrets(folder), { message: /token\.key can be read by other users/ });
    chmodSync(join(folder, 'token.key'), 0o600);
    chmodSync(folder, 0o755);
    t.throws(() => readSecrets(folder), { message: /secrets can be read by other users/ });
    chmodSync(folder, 0o700);
  });

  t.test('names the file that is missing', async (t) => {
    t.throws(() => readSecrets(join(parent, 'nowhere')), { message: /nowhere is missing: run init/ });
    for (const file of ['pepper.json', 'directory.key', 'token.key', 'enrolment.key', 'journal.key', 'deployment.json']) {
      rmSync(join(folder, file));
      t.throws(() => readSecrets(folder), { message: new RegExp(`${file.replace('.', '\\.')} is missing`) });
      rmSync(folder, { recursive: true });
      createSecrets(folder, given);
    }
  });
});
