import { randomBytes } from 'node:crypto';
import { bootstrap, logins, type DatabaseNames, type Passwords } from '../db/bootstrap.ts';
import { startEmbedded } from '../db/embedded.ts';
import { migrateBoth } from '../db/migrations-runner.ts';

/** A running server with migrated template databases; as JSON in ENTENTE_TEST_CLUSTER it serves every test file of a run. */
export type TestCluster = { superuserUrl: string; passwords: Passwords; templates: DatabaseNames };

const templates: DatabaseNames = { database: 'template_entente', shredDatabase: 'template_entente_shred' };

/** A server for one run of tests: fast, forgetful, gone with the process that started it. */
export async function startTestCluster(): Promise<TestCluster & { stop(): Promise<void> }> {
  const { superuserUrl, stop } = await startEmbedded({ memory: true, durable: false });
  try {
    const passwords = Object.fromEntries(logins.map((login) => [login, randomBytes(16).toString('hex')])) as Passwords;
    await bootstrap(superuserUrl, passwords, templates);
    await migrateBoth(superuserUrl, templates);

    return { superuserUrl, passwords, templates, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
