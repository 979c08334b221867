import { account } from '../db/init/account.ts';
import { openKept } from '../db/kept.ts';
import { ConfigError, testCost } from './config.ts';
import { PRODUCTION_COST } from './vault/passphrase.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The data folder of `npm start -- --embedded DIR`, or null without it.
 * @throws ConfigError for anything else on the command line, and in production
 */
export function embeddedFolder(words: readonly string[], env: Environment): string | null {
  if (words.length === 0) return null;

  const [flag, folder] = words;
  if (words.length !== 2 || flag !== '--embedded' || !folder) throw new ConfigError(['The command is not understood: give nothing, or --embedded and a data folder.']);
  if (env['NODE_ENV'] === 'production')
    throw new ConfigError(['--embedded is for evaluation: production refuses the embedded one. Give DATABASE_URL, SHRED_DATABASE_URL and SEQUENCER_DATABASE_URL of a server of your own.']);

  return folder;
}

/**
 * Serves on the embedded Postgres of a data folder, which is made when it is empty, and stops it at the end.
 * @param serve serves until it is told to stop, with this environment
 * @param print receives what init shows once
 */
export async function serveEmbedded(folder: string, env: Environment, serve: (env: Environment) => Promise<void>, print: (text: string) => void): Promise<void> {
  const cost = env['ENTENTE_COST'] === 'test' ? testCost : PRODUCTION_COST;
  const { embedded, urls, secretsFolder, made } = await openKept(folder, { secretsFolder: env['SECRETS_FOLDER'] || undefined, cost });

  try {
    if (made) print(account(made));
    await serve({ ...env, ...urls, SECRETS_FOLDER: secretsFolder });
  } finally {
    await embedded.stop();
  }
}
