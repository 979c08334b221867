import { join } from 'node:path';
import type postgres from 'postgres';
import { readMigrations, type Applied } from '../../db/migrations-runner.ts';
import { projectRoot } from '../../db/project-root.ts';
import { blocking, good, type Finding } from './finding.ts';
import type { Site } from './site.ts';

/** Whether both databases are at this version, by the same files. */
export async function migrations({ main, shred }: Pick<Site, 'main' | 'shred'>): Promise<Finding[]> {
  const findings = [...(await compare(main, 'db/migrations')), ...(await compare(shred, 'db/shred'))];

  return findings.length > 0 ? findings : [good('Les deux bases sont à cette version.')];
}

async function compare(sql: postgres.Sql, folder: string): Promise<Finding[]> {
  const files = await readMigrations(join(projectRoot, folder));
  const applied = await sql<Applied[]>`select name, sha256 from migration`;
  const of = (name: string) => applied.find((one) => one.name === name);

  return [
    ...files.filter(({ name }) => !of(name)).map(({ name }) => blocking(`La migration ${name} n’est pas appliquée.`, 'Lancez : npm run migrate')),
    ...files.filter(({ name, sha256 }) => (of(name)?.sha256 ?? sha256) !== sha256).map(({ name }) => blocking(`La migration ${name} a été modifiée après son application.`, 'Rétablissez le fichier de cette version.')),
    ...applied.filter(({ name }) => !files.some((file) => file.name === name)).map(({ name }) => blocking(`La migration ${name}, appliquée, n’est pas dans cette version.`, 'Installez la version du service qui la contient.')),
  ];
}
