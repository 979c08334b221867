import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { admit, mainLogins, shredLogins, urlOf, type Login } from '../db/bootstrap.ts';
import { startTestCluster, type TestCluster } from './cluster.ts';

export type TestDatabase = { url(role: Login | 'super'): string; shredUrl(role: Login | 'super'): string };

type Teardown = { teardown(work: () => Promise<void>): unknown };

/**
 * A database of the test's own, migrated and empty, with roles and walls as in production; dropped with the test.
 * `shred` adds a database of shred keys.
 */
export async function testDatabase(t: Teardown, { shred = false } = {}): Promise<TestDatabase> {
  const cluster = await testCluster(t);
  const name = `test_${randomBytes(6).toString('hex')}`;
  const shredName = `${name}_shred`;

  await onServer(cluster, async (sql) => {
    await clone(sql, cluster.templates.database, name, mainLogins);
    if (shred) await clone(sql, cluster.templates.shredDatabase, shredName, shredLogins);
  });
  t.teardown(() =>
    onServer(cluster, async (sql) => {
      await sql`drop database if exists ${sql(name)} with (force)`;
      await sql`drop database if exists ${sql(shredName)} with (force)`;
    }),
  );

  return {
    url: (role) => urlAs(cluster, role, name),
    shredUrl: (role) => {
      if (!shred) throw new Error('This test did not ask for a shred database: testDatabase(t, { shred: true }).');

      return urlAs(cluster, role, shredName);
    },
  };
}

/** The cluster of the whole run (`scripts/test.js`), or one for this test alone when its file is run by itself. */
async function testCluster(t: Teardown): Promise<TestCluster> {
  const shared = process.env['ENTENTE_TEST_CLUSTER'];
  if (shared) return JSON.parse(shared) as TestCluster;

  const own = await startTestCluster();
  t.teardown(() => own.stop());

  return own;
}

async function onServer(cluster: TestCluster, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(cluster.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

async function clone(sql: postgres.Sql, template: string, name: string, who: readonly Login[]): Promise<void> {
  await sql`create database ${sql(name)} template ${sql(template)} owner owner`;
  await admit(sql, name, who);
}

function urlAs({ superuserUrl, passwords }: TestCluster, role: Login | 'super', database: string): string {
  const url = urlOf(superuserUrl, database);
  if (role === 'super') return url;

  return Object.assign(new URL(url), { username: role, password: passwords[role] }).href;
}
