import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { good, watch, type Finding } from './finding.ts';

/** Root's key serves on no machine: wherever init may have written it, it should be gone. */
export function rootFile(secretsFolder: string, workingFolder: string): Finding[] {
  const places = [workingFolder, dirname(resolve(secretsFolder)), secretsFolder].map((folder) => resolve(join(folder, 'root.key')));
  const found = [...new Set(places)].filter((path) => existsSync(path));
  if (found.length === 0) return [good('La clé racine n’est pas aux endroits habituels de cette machine.')];

  return found.map((path) => watch(`${path}, la clé racine, est encore sur la machine.`, 'Emportez ce fichier, en deux exemplaires sous clé, puis effacez-le d’ici.'));
}
