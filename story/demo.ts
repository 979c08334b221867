import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drainOn } from '../server/drain.ts';
import { run } from './run.ts';
import { signIns } from './sign-ins.ts';
import { openStage } from './stage.ts';

/** As root, the embedded Postgres runs as another user, who reaches `/var/tmp`. */
const usual = process.getuid?.() === 0 ? '/var/tmp/entente/demo' : './data/demo';
const { values, positionals } = parseArgs({ allowPositionals: true, options: { reset: { type: 'boolean', default: false } } });

/** The command `npm run demo -- [--reset] [DIR]`: plays the story on a data folder, once, and serves it until Ctrl-C. */
try {
  await demonstrate(positionals[0] ?? usual, Number(process.env['PORT'] || 3000));
} catch (error) {
  console.error(`\nThe demonstration does not start. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

async function demonstrate(folder: string, port: number): Promise<void> {
  await requireFree(port);
  const played = join(folder, 'played');
  if (values.reset || !existsSync(played)) clear(folder);
  if (!existsSync(played)) {
    await run({ folder, print: console.log });
    writeFileSync(played, `${new Date().toISOString()}\n`);
  }

  const stage = await openStage({ folder, clock: () => new Date(), port });
  const drained = drainOn(process, stage.service.app, [() => stage.close()]);
  console.log(`\nEntente serves the story on ${stage.url}, from ${folder}. Ctrl-C stops it; --reset plays it anew.\n`);
  console.log(signIns());
  await drained;
}

/** Before the story is played, rather than after. */
async function requireFree(port: number): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, 'localhost'), 'listening');
  } catch {
    throw new Error(`Port ${port} is taken: try PORT=${port + 1} npm run demo.`);
  } finally {
    probe.close();
  }
}

/** What an interrupted or unwanted playing left; never a folder that is not one of ours. */
function clear(folder: string): void {
  if (existsSync(join(folder, 'urls.json'))) rmSync(folder, { recursive: true });
}
