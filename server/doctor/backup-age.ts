import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../db/client.ts';
import { blocking, good, watch, type Finding } from './finding.ts';

const hourMs = 3_600_000;

/** The age of the newest file of `ENTENTE_BACKUP_DIR`: a day and a little, then a week. */
export function backupAge(folder: string | undefined, clock: Clock): Finding[] {
  if (!folder) return [watch('L’âge de la dernière sauvegarde n’est pas connu.', 'Donnez dans ENTENTE_BACKUP_DIR le dossier où vos sauvegardes arrivent.')];
  const newest = existsSync(folder) ? Math.max(...readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs)) : -Infinity;
  if (newest === -Infinity) return [blocking('ENTENTE_BACKUP_DIR ne contient aucune sauvegarde.', 'Faites-en une, et vérifiez qu’elle se restaure.')];

  const hours = Math.max(0, Math.floor((clock().getTime() - newest) / hourMs));
  if (hours > 7 * 24) return [blocking(`La dernière sauvegarde a ${Math.floor(hours / 24)} jours.`, 'Faites-en une, et cherchez pourquoi elles se sont arrêtées.')];
  if (hours > 26) return [watch(`La dernière sauvegarde a ${hours} heures.`, 'Cherchez pourquoi celle de la nuit manque.')];

  return [good(`La dernière sauvegarde a ${hours} heures.`)];
}
