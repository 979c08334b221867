import { parseArgs } from 'node:util';
import { run } from './run.ts';
import { StoryError } from './telling.ts';

const { values } = parseArgs({ options: { keep: { type: 'string' } } });

/** The command `npm run story`: exits 0 only if everything in the story is as it must be, and the journal is sound. */
try {
  await run({ folder: values.keep, print: console.log });
} catch (error) {
  console.error('\nThe story failed.', error instanceof StoryError ? error.message : error);
  process.exitCode = 1;
}
