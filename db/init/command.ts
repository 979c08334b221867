import { parseArgs } from 'node:util';
import { databaseProblem } from '../../server/problems.ts';
import { SecretsError } from '../../server/secrets.ts';
import { closeSealing } from '../../server/vault/seal.ts';
import { usualNames, type Login, type Passwords } from '../bootstrap.ts';
import { account } from './account.ts';
import { init, InitError, type InitOptions } from './initialise.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `npm run init -- [--administrator NAME --administrator-address A] [--registrar NAME --registrar-address A] [--root FILE]`
 * @param print receives what is shown once
 * @returns the exit code
 */
export async function command(given: readonly string[], env: Environment, print: (text: string) => void): Promise<number> {
  try {
    print(account(await init(optionsFrom(given, env))));

    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`Entente was not initialised.\n${sentenceFor(error)}\n`);

    return 1;
  } finally {
    await closeSealing();
  }
}

function optionsFrom(given: readonly string[], env: Environment): InitOptions {
  const { values } = parseArgs({
    args: [...given],
    options: {
      administrator: { type: 'string', default: 'Administration du service' },
      'administrator-address': { type: 'string', default: 'administration@entente.example' },
      registrar: { type: 'string', default: 'Greffe du service' },
      'registrar-address': { type: 'string', default: 'greffe@entente.example' },
      root: { type: 'string', default: './root.key' },
    },
  });
  const bootstrapUrl = env['BOOTSTRAP_DATABASE_URL'];
  if (!bootstrapUrl) throw new InitError('BOOTSTRAP_DATABASE_URL is missing: the URL of a login that may create roles and databases.');

  return {
    bootstrapUrl,
    passwords: passwordsFrom(env),
    names: { database: databaseOf(env, 'DATABASE_URL') ?? usualNames.database, shredDatabase: databaseOf(env, 'SHRED_DATABASE_URL') ?? usualNames.shredDatabase },
    secretsFolder: env['SECRETS_FOLDER'] || './secrets',
    rootFile: values.root,
    administrator: { name: values.administrator, address: values['administrator-address'] },
    registrar: { name: values.registrar, address: values['registrar-address'] },
  };
}

const variables: Record<Login, readonly string[]> = {
  app: ['DATABASE_URL', 'SHRED_DATABASE_URL'],
  sequencer: ['SEQUENCER_DATABASE_URL'],
  auditor: ['AUDITOR_DATABASE_URL'],
  retention: ['RETENTION_DATABASE_URL'],
};

function passwordsFrom(env: Environment): Partial<Passwords> {
  const entries = (Object.entries(variables) as [Login, readonly string[]][]).flatMap(([login, names]) => {
    const given = [...new Set(names.flatMap((name) => passwordIn(env, name, login)))];
    if (given.length > 1) throw new InitError(`${names.join(' and ')} name the same login with different passwords: give both the same.`);

    return given.map((password) => [login, password] as const);
  });

  return Object.fromEntries(entries);
}

function passwordIn(env: Environment, name: string, login: Login): string[] {
  const url = urlIn(env, name);
  if (!url) return [];
  if (decodeURIComponent(url.username) !== login || url.password === '') throw new InitError(`${name} must name the login "${login}" and a password, or be left out: init then makes one.`);

  return [decodeURIComponent(url.password)];
}

function databaseOf(env: Environment, name: string): string | undefined {
  return decodeURIComponent(urlIn(env, name)?.pathname.slice(1) ?? '') || undefined;
}

function urlIn(env: Environment, name: string): URL | undefined {
  const text = env[name];
  if (!text) return undefined;
  if (!URL.canParse(text)) throw new InitError(`${name} is not a URL: give postgres://login:password@host/database.`);

  return new URL(text);
}

/** Sentences meant for the terminal. Anything else may hold a row or a parameter. */
function isOurs(error: Error): boolean {
  return error instanceof InitError || error instanceof SecretsError || error.constructor === Error || 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function sentenceFor(error: Error): string {
  if (databaseProblem(error)?.code === 'database-away') return `The Postgres server of BOOTSTRAP_DATABASE_URL does not answer (${codeOf(error)}): check its host and port, and that it runs.`;
  if (isOurs(error)) return error.message;

  return `The database or the disk refused (${codeOf(error)}). Correct it and run init again: it goes on from where it stopped.`;
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}
