import { parseArgs } from 'node:util';
import { play } from './play.ts';

const { values } = parseArgs({ options: { keep: { type: 'string' } } });

try {
  await play({ folder: values.keep, print: console.log });
} catch (error) {
  console.error(`\nThe story failed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
