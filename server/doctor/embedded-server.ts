import { embeddedClusterName } from '../../db/walls.ts';
import { blocking, good, watch, type Finding } from './finding.ts';
import type { Site } from './site.ts';

/** The embedded Postgres is for evaluation: it holds both databases, and its superuser is on the machine. */
export async function embeddedServer({ main, config }: Pick<Site, 'main' | 'config'>): Promise<Finding[]> {
  const [row] = await main<{ name: string }[]>`select current_setting('cluster_name') as name`;
  if (row?.name !== embeddedClusterName) return [good('Le serveur Postgres est le vôtre.')];
  if (config.production) return [blocking('La base est le Postgres embarqué, que la production refuse.', 'Donnez les URL d’un serveur à vous.')];

  return [watch('La base est le Postgres embarqué, fait pour l’évaluation.', 'N’y mettez aucune affaire réelle.')];
}
