// npm test: page-escaping scan, type check, then every test on one embedded Postgres.
// `npm test -- journal vault` runs only the test files whose names contain one of these words.
// `npm run test:browser` runs the tests that drive a real Chromium, and says how to get one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from './report.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const inBrowser = process.argv.includes('--browser');
const words = process.argv.slice(2).filter((word) => word !== '--browser');

const results = inBrowser ? [] : [await step('page escaping', 'xss-scan', ['--project', 'tsconfig.json'])];
results.push(await step('types', 'node', ['scripts/build.js', '--check']));
results.push(await tests());

const passed = sum(results.map((result) => result.passed));
const failed = sum(results.map((result) => result.failed));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function step(name, command, parameters) {
  const [code] = await once(run(command, parameters, 'inherit'), 'exit');
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}`);

  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function tests() {
  const files = testFiles();
  if (files.length === 0) return nothingRan('no test file to run');
  if (inBrowser && !(await import('../dist/test/chromium/harness.js')).chromiumPath) return nothingRan('there is no Chromium: `apt-get install chromium` on Debian, or CHROMIUM=/path/to/it');

  let cluster;
  try {
    const { startTestCluster } = await import('../dist/test/cluster.js');
    cluster = await startTestCluster();
  } catch (error) {
    return nothingRan(`the test database does not start: ${error.message}`);
  }

  try {
    const tap = run('tap', ['--reporter=tap', ...files], 'pipe', { ENTENTE_TEST_CLUSTER: JSON.stringify(cluster) });
    const [counts, [code]] = await Promise.all([report(tap.stdout), once(tap, 'exit')]);

    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    await cluster.stop();
  }
}

function testFiles() {
  const folder = inBrowser ? 'dist/test/chromium' : 'dist/test';
  const ending = inBrowser ? '.browser.js' : '.test.js';
  if (!existsSync(join(root, folder))) return [];

  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending) && (words.length === 0 || words.some((word) => name.includes(word))))
    .map((name) => `${folder}/${name}`);
}

function nothingRan(why) {
  console.log(`FAILED  tests: ${why}.`);

  return { passed: 0, failed: 1 };
}

function run(command, parameters, stdout, variables = {}) {
  const path = `${join(root, 'node_modules/.bin')}:${dirname(process.execPath)}:${process.env.PATH}`;

  return spawn(command, parameters, { cwd: root, env: { ...process.env, ...variables, PATH: path }, stdio: ['ignore', stdout, 'inherit'] });
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
