import type { DestinationStream } from 'pino';
import { connect, type Clock } from '../db/client.ts';
import { checkWalls, refuseEmbedded } from '../db/walls.ts';
import { protectedTables } from '../policies/rows.ts';
import { build } from './app.ts';
import { clamdScan } from './clamd.ts';
import type { Config } from './config.ts';
import type { Core } from './core.ts';
import type { App } from './instance.ts';
import { startJobs } from './jobs.ts';
import { createJournal } from './journal/append.ts';
import { startSequencer, type Sequencer } from './journal/sequencer.ts';
import { drainCase, drainKeys } from './mediation/keys/drain.ts';
import { openOfficeKeys } from './people/offices/office-keys.ts';
import { openPost } from './post/post.ts';
import { markSecrets } from './secret-marks.ts';
import type { Secrets } from './secrets.ts';
import { createHasher } from './vault/passphrase.ts';
import { connectShred } from './vault/shred.ts';

export type Service = { app: App; core: Core; sequencer: Sequencer; close(): Promise<void> };

/** Connects, checks the walls, and puts the service together; the caller listens. Nothing here reads the environment. */
export async function startService(given: { config: Config; clock: Clock; secrets: Secrets; logStream?: DestinationStream }): Promise<Service> {
  const { config, clock, secrets } = given;
  const database = connect(config.databaseUrl, clock);
  await database.withActor({ kind: 'visitor' }, async (tx) => {
    await checkWalls(tx, protectedTables.map(({ table }) => table));
    if (config.production) await refuseEmbedded(tx);
    await markSecrets(tx, secrets);
  });
  const shred = connectShred(config.shredDatabaseUrl);
  const journal = await createJournal({ database, deployment: secrets.deployment.id, node: config.node, rootXwingPublicKey: secrets.deployment.root.xwing });
  const hasher = createHasher({ cost: config.passphraseCost });
  const post = openPost(config);
  const core: Core = {
    clock, database, shred, journal, secrets, hasher, post,
    ...(config.clamd !== null && { scan: clamdScan(config.clamd) }),
    openGrants: (session, caseId) => drainCase(core, session, caseId),
    afterSignIn: async (session) => {
      await openOfficeKeys(core, session);
      await drainKeys(core, session);
    },
  };
  const sequencer = startSequencer(config.sequencerDatabaseUrl, { clock });
  const jobs = startJobs(core);
  const app = await build({
    config, clock, secrets, database, core, logStream: given.logStream,
    probes: {
      database: () => database.withActor({ kind: 'visitor' }, (tx) => tx.execute('select 1')),
      shred: () => shred.ping(),
      sequencer: () => sequencer.settle(1_500),
    },
  });

  return {
    app, core, sequencer,
    close: async () => {
      await jobs.stop();
      await app.close();
      await sequencer.stop();
      post?.smtp.close();
      await Promise.all([database.close(), shred.close()]);
    },
  };
}
