import { secretMark } from '../../db/schema/index.ts';
import { foreignMarks } from '../secret-marks.ts';
import { blocking, good, watch, type Finding } from './finding.ts';
import type { Site } from './site.ts';

const names: Record<string, string> = { deployment: 'deployment.json', directory: 'directory.key' };

/** Whether the database was filled under these secrets: with others, what is written now could be opened by nobody. */
export async function secretMatch({ database, secrets }: Pick<Site, 'database' | 'secrets'>): Promise<Finding[]> {
  if (!secrets) return [];
  const marks = await database.withActor({ kind: 'visitor' }, (tx) => tx.select().from(secretMark));
  if (marks.length === 0) return [watch('La base ne dit pas encore à quels secrets elle appartient.', 'Démarrez le service une fois avec les bons secrets, puis vérifiez de nouveau.')];

  const foreign = foreignMarks(secrets, marks).map((name) => names[name] ?? `pepper.json (${name.replace('pepper-', 'version ')})`);
  if (foreign.length > 0) return foreign.map((file) => blocking(`${file} n’est pas celui de cette base.`, 'Restaurez le dossier des secrets qui lui appartient.'));

  return [good('Les secrets sont ceux de cette base.')];
}
