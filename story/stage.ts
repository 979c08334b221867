import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../db/client.ts';
import { choosePort } from '../db/embedded/port.ts';
import { startEmbedded } from '../db/embedded.ts';
import { init, type InitResult } from '../db/init.ts';
import { openKept } from '../db/kept.ts';
import { readConfig, testCost } from '../server/config.ts';
import { readSecrets } from '../server/secrets.ts';
import { startService, type Service } from '../server/service.ts';
import { PRODUCTION_COST, type Argon2Cost } from '../server/vault/passphrase.ts';
import { closeSealing } from '../server/vault/seal.ts';
import { cast } from './cast.ts';

/** A service that listens in this process, on an installation of its own. */
export type Stage = {
  url: string;
  service: Service;
  auditorUrl: string;
  secretsFolder: string;
  /** A connection no wall stops, which only whoever owns the machine has. */
  superuserUrl: string;
  /** What init shows once; null on an installation that was there before. */
  made: InitResult | null;
  /** Every line the service logged. */
  log: readonly string[];
  close(): Promise<void>;
};

type Variables = Record<'DATABASE_URL' | 'SHRED_DATABASE_URL' | 'SEQUENCER_DATABASE_URL' | 'AUDITOR_DATABASE_URL', string>;
type Installation = { urls: Variables; secretsFolder: string; superuserUrl: string; made: InitResult | null; stop(): Promise<void> };
type Staging = { folder?: string | undefined; clock: Clock; port?: number; trustProxy?: string; isDemonstration?: boolean; cost?: Argon2Cost };

const first = { administrator: cast.administrator, registrar: cast.registrar };
/** `ENTENTE_COST=test` makes rehearsals quick. */
const usualCost: Argon2Cost = process.env['ENTENTE_COST'] === 'test' ? testCost : PRODUCTION_COST;

/**
 * @param folder kept between stages; without it everything goes away with the stage
 * @param port a free one by default
 * @param trustProxy whose word on the address of a request is believed
 * @param isDemonstration every page says that people and situations are invented
 */
export async function openStage({ folder, clock, port = 0, trustProxy = '', isDemonstration = false, cost = usualCost }: Staging): Promise<Stage> {
  const { urls, secretsFolder, superuserUrl, made, stop } = folder === undefined ? await passing(clock, cost) : await kept(folder, clock, cost);
  try {
    const listening = port === 0 ? await choosePort() : port;
    const url = `http://localhost:${listening}`;
    const place = { PORT: String(listening), ORIGIN: url, TRUST_PROXY: trustProxy, LOG_LEVEL: 'info', SECRETS_FOLDER: secretsFolder, ...(isDemonstration && { ENTENTE_DEMONSTRATION: '1' }) };
    const config = { ...readConfig({ ...place, ...urls }), passphraseCost: cost };
    const log: string[] = [];
    const service = await startService({ config, clock, secrets: readSecrets(secretsFolder), logStream: { write: (line: string) => keepLine(log, line) } });
    await service.app.listen({ port: config.port, host: config.host });

    return {
      url, service, auditorUrl: urls.AUDITOR_DATABASE_URL, secretsFolder, superuserUrl, made, log,
      close: async () => {
        await service.close();
        await closeSealing();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Kept to be searched; what is wrong is shown too. */
function keepLine(log: string[], line: string): void {
  log.push(line);
  if (/"level":[56]0/.test(line)) process.stderr.write(line);
}

/** A file in a data folder that a story made: such a folder may be played anew, and no other. */
export const inventedMark = 'invented';

async function kept(folder: string, clock: Clock, cost: Argon2Cost): Promise<Installation> {
  const { embedded, ...installation } = await openKept(folder, { clock, cost, ...first });
  if (installation.isNew) writeFileSync(join(folder, inventedMark), '');

  return { ...installation, superuserUrl: embedded.superuserUrl, stop: () => embedded.stop() };
}

async function passing(clock: Clock, cost: Argon2Cost): Promise<Installation> {
  const { superuserUrl, folder, stop } = await startEmbedded({ durable: false, memory: true });
  // In the folder that goes away with the server, however this process ends.
  const secretsFolder = join(folder, 'secrets');
  const made = await init({ bootstrapUrl: superuserUrl, secretsFolder, rootFile: join(folder, 'root.key'), clock, cost, ...first });
  const { app, shred, sequencer, auditor } = made.urls;

  return {
    urls: { DATABASE_URL: app, SHRED_DATABASE_URL: shred, SEQUENCER_DATABASE_URL: sequencer, AUDITOR_DATABASE_URL: auditor },
    secretsFolder, superuserUrl, made, stop,
  };
}
