import { pino } from 'pino';
import { WallsError } from '../db/walls.ts';
import { ConfigError, readConfig } from './config.ts';
import { drainOn } from './drain.ts';
import { pinoOptions } from './plugins/logging.ts';
import { databaseProblem } from './problems.ts';
import { readSecrets, SecretsError } from './secrets.ts';
import { startService } from './service.ts';

try {
  await serve();
} catch (error) {
  refuseToStart(error);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const service = await startService({ config, clock: () => new Date(), secrets: readSecrets(config.secretsFolder) });
  const drained = drainOn(process, service.app, [() => service.close()]);
  await service.app.listen({ port: config.port, host: config.host });
  await drained;
}

/** One sentence per fault for the person at the terminal, and nothing of what a database said. */
function refuseToStart(error: unknown): void {
  process.exitCode = 1;
  const isOurs = error instanceof ConfigError || error instanceof SecretsError || error instanceof WallsError;

  if (isOurs) process.stderr.write(`Entente does not start.\n${error.message}\n`);
  else if (databaseProblem(error)) process.stderr.write('Entente does not start.\nThe database does not answer: check DATABASE_URL and SHRED_DATABASE_URL, and that both servers run.\n');
  else pino(pinoOptions('info')).fatal({ err: error }, 'not started');
  process.exit();
}
