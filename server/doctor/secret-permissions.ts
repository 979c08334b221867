import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSecrets, secretFileNames, SecretsError, type Secrets } from '../secrets.ts';
import { blocking, good, type Finding } from './finding.ts';

/** The secrets, when they are all there, whole, and closed to the other users of the machine. */
export function secretPermissions(folder: string): { secrets: Secrets | null; findings: Finding[] } {
  const paths = [folder, ...secretFileNames.map((file) => join(folder, file))];
  const missing = paths.filter((path) => !existsSync(path)).map((path) => blocking(`${path} manque.`, 'Restaurez le dossier des secrets, ou lancez init sur une installation neuve.'));
  const open = paths.filter(isOpenToOthers).map((path) => blocking(`${path} est lisible par d’autres utilisateurs de la machine.`, `Lancez : chmod go= ${path}`));
  if (missing.length + open.length > 0) return { secrets: null, findings: [...missing, ...open] };

  try {
    return { secrets: readSecrets(folder), findings: [good('Les secrets sont présents, et lisibles par leur seul propriétaire.')] };
  } catch (error) {
    if (!(error instanceof SecretsError)) throw error;

    return { secrets: null, findings: [blocking('Un fichier des secrets est abîmé.', 'Restaurez le dossier des secrets depuis sa sauvegarde.')] };
  }
}

function isOpenToOthers(path: string): boolean {
  return existsSync(path) && (statSync(path).mode & 0o077) !== 0;
}
