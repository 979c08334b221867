import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drainOn } from '../server/drain.ts';
import { plans } from './living/plans.ts';
import { playTerritory } from './living/play.ts';
import { guide } from './living/sign-ins.ts';
import { requireWhole } from './living/whole.ts';
import { inventedMark, openStage } from './stage.ts';

/** As root, the embedded Postgres runs as another user, who reaches `/var/tmp`. */
const usual = process.getuid?.() === 0 ? '/var/tmp/entente/demo' : './data/demo';
/** OWASP's least cost of Argon2id: every passphrase of the demonstration is printed, and half of its time went to guarding them (decision 0018). */
const cost = { memoryKiB: 19_456, passes: 2, lanes: 1 };
const { values, positionals } = parseArgs({ allowPositionals: true, options: { reset: { type: 'boolean', default: false } } });

/** The command `npm run demo -- [--reset] [DIR]`: plays a living territory on a data folder, once, and serves it until Ctrl-C. */
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
    const territory = await playTerritory({ folder, plans, cost, print: console.log });
    requireWhole(territory);
    console.log(`${territory.states.size} cases in every state, ${territory.signIns} sign-ins, until ${territory.dateOf(0)}.`);
    // Its dates and codes are those of the day it was played: shown again whenever it is served.
    writeFileSync(played, guide(territory), { mode: 0o600 });
  }

  const stage = await openStage({ folder, clock: () => new Date(), port, cost, isDemonstration: true });
  const drained = drainOn(process, stage.service.app, [() => stage.close()]);
  console.log(`\nEntente serves a demonstration on ${stage.url}, from ${folder}: everybody in it is invented. Ctrl-C stops it; npm run demo -- --reset plays it anew.\n`);
  console.log(readFileSync(played, 'utf8'));
  await drained;
  console.log(`\nStopped. The data stay in ${folder}.`);
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

/** What an interrupted or unwanted playing left; never an installation that no story made. */
function clear(folder: string): void {
  if (!existsSync(join(folder, 'urls.json'))) return;
  if (!existsSync(join(folder, 'played')) && !existsSync(join(folder, inventedMark))) throw new Error(`${folder} holds an installation that is no finished demonstration: name another folder, or remove this one yourself.`);

  rmSync(folder, { recursive: true });
}
