import type postgres from 'postgres';
import { blocking, good, watch, type Finding } from './finding.ts';
import type { Site } from './site.ts';

/** The keys of erasure must not lie with what they erase: another database, and better another server. */
export async function shredApart({ main, shred }: Pick<Site, 'main' | 'shred'>): Promise<Finding[]> {
  const [one, other] = await Promise.all([placeOf(main), placeOf(shred)]);
  if (one.server !== other.server) return [good('Les clés d’effacement sont sur un autre serveur.')];
  if (one.database === other.database) return [blocking('Les clés d’effacement sont dans la base qu’elles effacent.', 'Donnez à SHRED_DATABASE_URL une base à part, sauvegardée à part.')];

  return [watch('Les clés d’effacement sont sur le même serveur que la base.', 'Placez-les sur un autre, aux sauvegardes courtes : ici, une seule sauvegarde rend ce qui fut effacé.')];
}

/** When a server started, to the microsecond, tells it from another. */
async function placeOf(sql: postgres.Sql): Promise<{ server: string; database: string }> {
  const [row] = await sql<{ server: string; database: string }[]>`select pg_postmaster_start_time()::text as server, current_database()::text as database`;

  return row ?? { server: '', database: '' };
}
