import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePort } from '../db/embedded/port.ts';
import { startEmbedded } from '../db/embedded.ts';
import { init, type InitResult } from '../db/init.ts';
import type { Clock } from '../db/client.ts';
import { readConfig } from '../server/config.ts';
import { readSecrets } from '../server/secrets.ts';
import { startService, type Service } from '../server/service.ts';
import { closeSealing } from '../server/vault/seal.ts';
import { cast } from './cast.ts';

/** A service in this process, on an installation made a moment ago. */
export type Stage = {
  url: string;
  service: Service;
  urls: InitResult['urls'];
  /** A connection no wall stops, which only whoever owns the machine has. */
  superuserUrl: string;
  administrator: { passphrase: string };
  registrar: { passphrase: string };
  close(): Promise<void>;
};

/** @param folder kept afterwards; without it everything is in temporary folders and goes away with the stage */
export async function openStage({ folder, clock, port = 0 }: { folder?: string; clock: Clock; port?: number }): Promise<Stage> {
  const place = folder ?? mkdtempSync(join(tmpdir(), 'entente-story-'));
  const embedded = await startEmbedded(folder === undefined ? { durable: false, memory: true } : { folder: join(folder, 'data') });
  const made = await init({
    bootstrapUrl: embedded.superuserUrl, secretsFolder: join(place, 'secrets'), rootFile: join(place, 'root.key'), clock,
    administrator: cast.administrator, registrar: cast.registrar,
  });
  const listening = port === 0 ? await choosePort() : port;
  const url = `http://127.0.0.1:${listening}`;
  const config = readConfig({
    PORT: String(listening), ORIGIN: url, TRUST_PROXY: '127.0.0.1', LOG_LEVEL: 'error', SECRETS_FOLDER: join(place, 'secrets'),
    DATABASE_URL: made.urls.app, SHRED_DATABASE_URL: made.urls.shred, SEQUENCER_DATABASE_URL: made.urls.sequencer,
  });
  const service = await startService({ config, clock, secrets: readSecrets(config.secretsFolder) });
  await service.app.listen({ port: config.port, host: config.host });

  return {
    url, service, urls: made.urls, superuserUrl: embedded.superuserUrl, administrator: made.administrator, registrar: made.registrar,
    close: async () => {
      await service.close();
      await closeSealing();
      await embedded.stop();
      if (folder === undefined) rmSync(place, { recursive: true, force: true });
    },
  };
}
