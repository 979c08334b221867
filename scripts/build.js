// Compiles to dist, without leaving there what a removed or renamed source once became.
// `--check` checks types too, which takes four times as long: the tests do, what only runs does not wait for it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

removeOrphans();
const checks = process.argv.includes('--check') ? [] : ['--noCheck'];
process.exitCode = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', root, ...checks], { stdio: 'inherit' }).status ?? 1;

function removeOrphans() {
  if (!existsSync(dist)) return;

  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const source = /^(.+)\.js(\.map)?$/.exec(file)?.[1];
    if (source && !existsSync(join(root, `${source}.ts`)) && !existsSync(join(root, `${source}.tsx`))) rmSync(join(dist, file));
  }
}
