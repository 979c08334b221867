import postgres from 'postgres';
import { connect, type Clock, type Database } from '../../db/client.ts';
import type { Config } from '../config.ts';
import type { Secrets } from '../secrets.ts';

/** What the checks look at. */
export type Site = {
  config: Config;
  env: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  /** Through the login of DATABASE_URL, behind its walls. */
  database: Database;
  main: postgres.Sql;
  shred: postgres.Sql;
  sequencer: postgres.Sql;
  /** Null when they cannot be read; another check says why. */
  secrets: Secrets | null;
};

export function openSite(given: Pick<Site, 'config' | 'env' | 'clock' | 'secrets'>): Site & { close(): Promise<void> } {
  const { config, clock } = given;
  const open = (url: string) => postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5, connection: { application_name: 'entente-doctor' } });
  const [main, shred, sequencer] = [open(config.databaseUrl), open(config.shredDatabaseUrl), open(config.sequencerDatabaseUrl)];
  const database = connect(config.databaseUrl, clock, { max: 1 });

  return { ...given, database, main, shred, sequencer, close: async () => void (await Promise.all([database.close(), ...[main, shred, sequencer].map((one) => one.end({ timeout: 5 }))])) };
}
