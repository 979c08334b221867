import { pino } from 'pino';
import { InitError } from '../db/init.ts';
import { KeptError } from '../db/kept.ts';
import { WallsError } from '../db/walls.ts';
import { ConfigError, readConfig } from './config.ts';
import { drainOn } from './drain.ts';
import { embeddedFolder, serveEmbedded } from './embedded-service.ts';
import { pinoOptions } from './plugins/logging.ts';
import { databaseProblem } from './problems.ts';
import { readSecrets, SecretsError } from './secrets.ts';
import { startService } from './service.ts';
import { closeSealing } from './vault/seal.ts';

try {
  const folder = embeddedFolder(process.argv.slice(2), process.env);
  if (folder === null) await serve(process.env);
  else await serveEmbedded(folder, process.env, serve, (text) => process.stdout.write(text));
} catch (error) {
  refuseToStart(error);
}

async function serve(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = readConfig(env);
  const service = await startService({ config, clock: () => new Date(), secrets: readSecrets(config.secretsFolder) });
  const drained = drainOn(process, service.app, [() => service.close(), closeSealing]);
  await service.app.listen({ port: config.port, host: config.host });
  process.stdout.write(`Entente écoute sur ${config.origin}\n`);
  await drained;
}

/** One sentence per fault for the person at the terminal, and nothing of what a database said. */
function refuseToStart(error: unknown): void {
  process.exitCode = 1;
  const ours = [ConfigError, SecretsError, WallsError, KeptError, InitError];

  if (error instanceof Error && ours.some((kind) => error instanceof kind)) process.stderr.write(`Entente does not start.\n${error.message}\n`);
  else if (databaseProblem(error)) process.stderr.write('Entente does not start.\nThe database does not answer: check DATABASE_URL and SHRED_DATABASE_URL, and that both servers run.\n');
  else pino(pinoOptions('info')).fatal({ err: error }, 'not started');
  process.exit();
}
