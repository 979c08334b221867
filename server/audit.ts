import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connect } from '../db/client.ts';
import { runCommand } from './journal/command.ts';
import { sessionSignatures } from './people/session-signatures.ts';
import { readPinned } from './pinned.ts';
import { SecretsError } from './secrets.ts';

type Environment = Record<string, string | undefined>;

/**
 * The command `npm run journal -- verify`: the whole journal, with signatures followed up to the root that
 * `deployment.json` of SECRETS_FOLDER pins. It needs that file, the login of AUDITOR_DATABASE_URL, and no secret.
 * @returns its exit code: 0 the journal is sound, 1 something is wrong with it, 2 it could not be examined
 */
export async function audit(words: string[], environment: Environment, print: (line: string) => void): Promise<0 | 1 | 2> {
  const url = environment['AUDITOR_DATABASE_URL'];
  if (!url) return runCommand(words, environment, print);

  try {
    const pinned = readPinned(environment['SECRETS_FOLDER'] || './secrets');
    const database = connect(url, () => new Date(), { max: 1 });
    try {
      return await runCommand(words, environment, print, { verifySignature: sessionSignatures(database, pinned) });
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof SecretsError)) throw error;
    print(`The journal could not be examined.\n${error.message}`);

    return 2;
  }
}

const isCommand = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

if (isCommand) process.exitCode = await audit(process.argv.slice(2), process.env, (line) => process.stdout.write(`${line}\n`));
