import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { command } from './init/command.ts';

export { init, InitError, type InitOptions, type InitResult } from './init/initialise.ts';
export type { FirstPerson } from './init/first-people.ts';

const isCommand = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

/** The command `npm run init`. */
if (isCommand) process.exitCode = await command(process.argv.slice(2), process.env, (text) => process.stdout.write(text));
