import type postgres from 'postgres';
import type { Clock } from '../../db/client.ts';
import { blocking, good, watch, type Finding } from './finding.ts';
import type { Site } from './site.ts';

const [worrying, unbearable] = [5, 60];

/** The clock of this machine against those of both databases: deadlines and certificates go by it. */
export async function clockDifference({ main, shred, clock }: Pick<Site, 'main' | 'shred' | 'clock'>): Promise<Finding[]> {
  const seconds = Math.max(await difference(main, clock), await difference(shred, clock));
  const rounded = Math.round(seconds);
  if (seconds > unbearable) return [blocking(`L’horloge de la machine et celle d’une base diffèrent de ${rounded} secondes.`, 'Réglez-les par NTP : échéances et certificats en dépendent.')];
  if (seconds > worrying) return [watch(`L’horloge de la machine et celle d’une base diffèrent de ${rounded} secondes.`, 'Réglez-les par NTP.')];

  return [good('Les horloges concordent.')];
}

async function difference(sql: postgres.Sql, clock: Clock): Promise<number> {
  const before = clock().getTime();
  const [row] = await sql<{ ms: number }[]>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`;

  return Math.abs((before + clock().getTime()) / 2 - (row?.ms ?? Infinity)) / 1000;
}
