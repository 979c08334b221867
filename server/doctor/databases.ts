import type postgres from 'postgres';
import { blocking, codeOf, good, type Finding } from './finding.ts';
import type { Site } from './site.ts';

const least = 150_000;

/** Whether each database answers its login, in a version the service knows. `isReady`: the other checks can ask them. */
export async function databases({ main, shred, sequencer }: Pick<Site, 'main' | 'shred' | 'sequencer'>): Promise<{ isReady: boolean; findings: Finding[] }> {
  const answers = await Promise.all([ask('DATABASE_URL', main), ask('SHRED_DATABASE_URL', shred), ask('SEQUENCER_DATABASE_URL', sequencer)]);

  return { isReady: answers.every(({ state }) => state === 'good'), findings: answers };
}

async function ask(name: string, sql: postgres.Sql): Promise<Finding> {
  try {
    const [row] = await sql<{ number: number; version: string }[]>`select current_setting('server_version_num')::int as number, current_setting('server_version') as version`;
    const version = row?.version.split(' ')[0] ?? '?';
    if ((row?.number ?? 0) < least) return blocking(`La base de ${name} est un Postgres ${version}.`, 'Prenez Postgres 15 ou plus récent.');

    return good(`La base de ${name} répond (Postgres ${version}).`);
  } catch (error) {
    return blocking(`La base de ${name} ne répond pas (${codeOf(error)}).`, 'Vérifiez l’URL, le mot de passe, et que le serveur tourne.');
  }
}
