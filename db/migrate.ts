import { migrateBoth } from './migrations-runner.ts';

/** The command `npm run migrate`: BOOTSTRAP_DATABASE_URL names a login that may act as `owner`. */
async function main(url: string | undefined): Promise<void> {
  if (!url) return fail('BOOTSTRAP_DATABASE_URL is missing: the URL of a login that may act as the database role "owner".');

  try {
    const applied = await migrateBoth(url);
    console.log(applied.length === 0 ? 'Nothing to migrate.' : `Applied: ${applied.join(', ')}`);
  } catch (error) {
    fail(error instanceof Error ? error.message : 'The migration failed.');
  }
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

await main(process.env['BOOTSTRAP_DATABASE_URL']);
