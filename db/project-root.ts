import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `package.json`, the same from sources and from compiled output. */
export const projectRoot = climb(dirname(fileURLToPath(import.meta.url)));

function climb(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;

  return climb(dirname(folder));
}
