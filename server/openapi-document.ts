import { randomBytes } from 'node:crypto';
import { connect } from '../db/client.ts';
import { build } from './app.ts';
import { readConfig } from './config.ts';
import type { Journal } from './journal/append.ts';
import { openapiText } from './plugins/openapi.ts';
import type { Secrets } from './secrets.ts';
import { createHasher, PRODUCTION_COST } from './vault/passphrase.ts';
import { connectShred } from './vault/shred.ts';

/** The OpenAPI document of the routes as they are, from a service that is built but serves nothing and opens no connection. */
export async function describeApi(): Promise<string> {
  const clock = () => new Date(0);
  const database = connect(nowhere, clock);
  const secrets = throwaway();
  const shred = connectShred(nowhere);
  const journal: Journal = { append: unreached, declareLost: unreached };
  const app = await build({
    config: readConfig({ DATABASE_URL: nowhere, SHRED_DATABASE_URL: nowhere, SEQUENCER_DATABASE_URL: nowhere, LOG_LEVEL: 'silent' }),
    clock,
    secrets,
    database,
    core: { clock, secrets, database, shred, journal, hasher: createHasher({ cost: PRODUCTION_COST }) },
    probes: {},
  });

  await app.ready();
  const text = openapiText(app);
  await app.close();
  await Promise.all([database.close(), shred.close()]);

  return text;
}

const unreached = async (): Promise<never> => {
  throw new Error('the service is described, not served');
};

const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';

function throwaway(): Secrets {
  const key = () => new Uint8Array(randomBytes(32));

  return {
    pepper: { current: 1, versions: new Map([[1, key()]]) },
    directoryKey: key(),
    tokenSeed: key(),
    enrolmentSeed: key(),
    journalSecret: key(),
    deployment: { id: '00000000-0000-4000-8000-000000000000', root: { ed25519: key(), xwing: key() }, enrolmentDelegation: key() },
  };
}
