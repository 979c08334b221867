import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { PRODUCTION_COST, type Argon2Cost } from './vault/passphrase.ts';

/** What the service needs to know before it starts. Nothing here is a secret except the passwords inside the URLs. */
export type Config = Readonly<{
  port: number;
  host: string;
  /** The address people type, without a trailing slash: `https://mediation.example.fr`. */
  origin: string;
  /** NODE_ENV is production: what only serves evaluation and tests is refused. */
  production: boolean;
  /** True when `origin` is https: cookies are `__Host-` and Secure. */
  secure: boolean;
  /** Addresses or CIDR ranges of the proxies whose forwarding headers are believed; empty: none. */
  trustProxy: readonly string[];
  databaseUrl: string;
  shredDatabaseUrl: string;
  sequencerDatabaseUrl: string;
  secretsFolder: string;
  /** This node's number in the journal; no two running nodes share one. */
  node: number;
  logLevel: LogLevel;
  passphraseCost: PassphraseCost;
  /** Null: no mail leaves, and none is queued. */
  mail: MailSettings | null;
  /** The telephone number shown on every page, as people write it; null: none is published. */
  telephone: string | null;
  /** Every page says that people and situations are invented, and that nothing written is confidential. */
  isDemonstration: boolean;
  /** Where clamd listens, as a path or host:port; null: documents are not scanned. */
  clamd: string | null;
}>;

/** `url` may hold a password; `from` is the neutral sender people see. */
export type MailSettings = Readonly<{ url: string; from: string }>;

/** Argon2id: memory in KiB, number of passes, lanes. */
export type PassphraseCost = Readonly<Argon2Cost>;

export const testCost: PassphraseCost = { memoryKiB: 1_024, passes: 2, lanes: 1 };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** Why the service does not start: one sentence per fault, each naming the variable and what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}

const postgresUrl = '^postgres(ql)?://\\S+$';

const Environment = Type.Object({
  PORT: Type.String({ pattern: '^\\d{1,5}$' }),
  HOST: Type.String({ minLength: 1 }),
  ORIGIN: Type.Optional(Type.String({ pattern: '^https?://[^/\\s]+$' })),
  TRUST_PROXY: Type.String(),
  DATABASE_URL: Type.String({ pattern: postgresUrl }),
  SHRED_DATABASE_URL: Type.String({ pattern: postgresUrl }),
  SEQUENCER_DATABASE_URL: Type.String({ pattern: postgresUrl }),
  SECRETS_FOLDER: Type.String({ minLength: 1 }),
  NODE_NUMBER: Type.String({ pattern: '^\\d{1,4}$' }),
  LOG_LEVEL: Type.Union(logLevels.map((level) => Type.Literal(level))),
  TELEPHONE: Type.Optional(Type.String({ pattern: '^\\+?[\\d .]{3,20}$' })),
  ENTENTE_COST: Type.Optional(Type.Literal('test')),
  ENTENTE_DEMONSTRATION: Type.Optional(Type.Literal('1')),
  ENTENTE_SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://[^/]+/?$' })),
  ENTENTE_SMTP_FROM: Type.Optional(Type.String({ pattern: '^[^\\s<>]+( [^\\s<>]+)* <[^\\s@<>]+@[^\\s@<>]+>$|^[^\\s@<>]+@[^\\s@<>]+$' })),
  ENTENTE_CLAMD: Type.Optional(Type.String({ pattern: '^(/\\S+|[^\\s/:]+:\\d{1,5})$' })),
  NODE_ENV: Type.Optional(Type.String()),
});
type Environment = Static<typeof Environment>;
type Variable = keyof Environment;

const advice: Record<Variable, string> = {
  PORT: 'give a port number between 0 and 65535, or leave it out for 3000',
  HOST: 'give the address to listen on, or leave it out for 127.0.0.1',
  ORIGIN: 'give the public address without a path or trailing slash, such as https://mediation.example.fr',
  TRUST_PROXY: 'give the addresses or CIDR ranges of your proxies, separated by commas',
  DATABASE_URL: 'give the postgres:// URL of the login "app" that init printed',
  SHRED_DATABASE_URL: 'give the postgres:// URL of the second database, which holds the shred keys',
  SEQUENCER_DATABASE_URL: 'give the direct postgres:// URL of the login "sequencer", not one through PgBouncer',
  SECRETS_FOLDER: 'give the folder that init made, or leave it out for ./secrets',
  NODE_NUMBER: 'give each node a number of its own, 0 to 9999, or leave it out when there is one node',
  LOG_LEVEL: `choose one of ${logLevels.join(', ')}`,
  TELEPHONE: 'give the number people may call, in digits and spaces, or leave it out',
  ENTENTE_COST: 'leave it out: only tests set it, to "test"',
  ENTENTE_DEMONSTRATION: 'leave it out: only the demonstration sets it, to "1"',
  ENTENTE_SMTP_URL: 'give smtp://login:password@host:587 or smtps://login:password@host, or leave both mail variables out to send none',
  ENTENTE_SMTP_FROM: 'give the neutral address mails come from, with ENTENTE_SMTP_URL, or leave both out to send none',
  ENTENTE_CLAMD: 'give the path of the socket of clamd, or its host:port, or leave it out: documents are then not scanned',
  NODE_ENV: 'leave it out, or set it to production',
};

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError with a sentence for every variable that is missing or wrong.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = complete(env);
  const faults = [...Value.Errors(Environment, given)].map((error) => error.instancePath.slice(1).split('/')[0] ?? '');
  const missing = Object.keys(Environment.properties).filter((name) => isRequired(name) && given[name] === undefined);
  const wrong = new Set([...missing, ...faults].filter(isVariable));

  if (wrong.size > 0) throw new ConfigError([...wrong].map((name) => sentence(name, given[name] === undefined)));
  if (!Value.Check(Environment, given)) throw new ConfigError(['The environment is not readable.']);

  return toConfig(given);
}

function toConfig(env: Environment): Config {
  const port = Number(env.PORT);
  const origin = env.ORIGIN ?? `http://localhost:${port}`;
  const production = env.NODE_ENV === 'production';

  if (port > 65_535) throw new ConfigError([sentence('PORT', false)]);
  if (env.ENTENTE_COST === 'test' && production)
    throw new ConfigError(['ENTENTE_COST=test weakens every passphrase and is refused in production: remove it.']);

  if (!env.ENTENTE_SMTP_URL !== !env.ENTENTE_SMTP_FROM) throw new ConfigError([sentence(env.ENTENTE_SMTP_URL ? 'ENTENTE_SMTP_FROM' : 'ENTENTE_SMTP_URL', true)]);

  return {
    port,
    host: env.HOST,
    origin,
    production,
    secure: origin.startsWith('https:'),
    trustProxy: env.TRUST_PROXY.split(',').map((part) => part.trim()).filter((part) => part !== ''),
    databaseUrl: env.DATABASE_URL,
    shredDatabaseUrl: env.SHRED_DATABASE_URL,
    sequencerDatabaseUrl: env.SEQUENCER_DATABASE_URL,
    secretsFolder: env.SECRETS_FOLDER,
    node: Number(env.NODE_NUMBER),
    logLevel: env.LOG_LEVEL,
    passphraseCost: env.ENTENTE_COST === 'test' ? testCost : PRODUCTION_COST,
    mail: env.ENTENTE_SMTP_URL && env.ENTENTE_SMTP_FROM ? { url: env.ENTENTE_SMTP_URL, from: env.ENTENTE_SMTP_FROM } : null,
    telephone: env.TELEPHONE ?? null,
    isDemonstration: env.ENTENTE_DEMONSTRATION === '1',
    clamd: env.ENTENTE_CLAMD ?? null,
  };
}

/** An empty variable is an absent one; defaults are then filled in. */
function complete(env: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const names = Object.keys(Environment.properties);
  const given = Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));

  return { ...defaults, ...given };
}

const defaults = { PORT: '3000', HOST: '127.0.0.1', TRUST_PROXY: '', SECRETS_FOLDER: './secrets', NODE_NUMBER: '0', LOG_LEVEL: 'info' };

function isVariable(name: string): name is Variable {
  return Object.hasOwn(advice, name);
}

function isRequired(name: string): boolean {
  return Environment.required.some((required) => required === name);
}

function sentence(name: Variable, missing: boolean): string {
  return `${name} is ${missing ? 'missing' : 'not usable'}: ${advice[name]}.`;
}
