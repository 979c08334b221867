import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../db/client.ts';
import { openAsIs } from '../db/kept.ts';
import { backupAge } from './doctor/backup-age.ts';
import { clockDifference } from './doctor/clock-difference.ts';
import { configuration } from './doctor/configuration.ts';
import { databases } from './doctor/databases.ts';
import { embeddedServer } from './doctor/embedded-server.ts';
import { blocking, codeOf, lineOf, type Finding } from './doctor/finding.ts';
import { forcedWalls } from './doctor/forced-walls.ts';
import { mailServer } from './doctor/mail-server.ts';
import { migrations } from './doctor/migrations.ts';
import { nodeVersion } from './doctor/node-version.ts';
import { officesAndMandates } from './doctor/offices.ts';
import { passphraseCost } from './doctor/passphrase-cost.ts';
import { roles } from './doctor/roles.ts';
import { rootFile } from './doctor/root-file.ts';
import { secretMatch } from './doctor/secret-match.ts';
import { secretPermissions } from './doctor/secret-permissions.ts';
import { sequencerLag } from './doctor/sequencer-lag.ts';
import { shredApart } from './doctor/shred-apart.ts';
import { openSite, type Site } from './doctor/site.ts';
import { transport } from './doctor/transport.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `workingFolder`: where init was run from. */
export type Examined = { env: Environment; clock: Clock; version: string; workingFolder: string };

/**
 * The command `npm run doctor [-- --embedded DIR]`: what would refuse to start, or hurt later, one line each. It changes
 * nothing; of an evaluation that does not run, it starts the Postgres and stops it.
 * @returns its exit code: 1 if anything blocks
 */
export async function doctor(words: readonly string[], { env, ...rest }: Examined, print: (line: string) => void): Promise<0 | 1> {
  const tell = (findings: readonly Finding[]): 0 | 1 => {
    for (const finding of findings) print(lineOf(finding));

    return findings.some(({ state }) => state === 'blocking') ? 1 : 0;
  };
  const [flag, folder] = words;
  if (words.length === 0) return tell(await examine({ env, ...rest }));
  if (flag !== '--embedded' || !folder || words.length > 2) return tell([blocking('La commande n’est pas comprise.', 'Ne donnez rien, ou --embedded et un dossier.')]);

  try {
    const { urls, secretsFolder, close } = await openAsIs(folder);
    try {
      return tell(await examine({ env: { ...env, ...urls, SECRETS_FOLDER: env['SECRETS_FOLDER'] || secretsFolder }, ...rest, workingFolder: folder }));
    } finally {
      await close();
    }
  } catch (error) {
    return tell([blocking(`L’évaluation de ${folder} ne s’ouvre pas (${codeOf(error)}).`, 'Donnez le dossier d’une installation, que vous puissiez lire.')]);
  }
}

/** Every check, from what needs nothing to what asks the databases. */
export async function examine({ env, clock, version, workingFolder }: Examined): Promise<Finding[]> {
  const { config, findings } = configuration(env);
  const first = [...nodeVersion(version), ...findings];
  if (!config) return first;

  const kept = secretPermissions(config.secretsFolder);
  const still = [...first, ...transport(config), ...passphraseCost(config), ...kept.findings, ...rootFile(config.secretsFolder, workingFolder), ...backupAge(env['ENTENTE_BACKUP_DIR'], clock), ...(await mailServer(config.mail))];
  const site = openSite({ config, env, clock, secrets: kept.secrets });
  try {
    const answers = await databases(site);

    return [...still, ...answers.findings, ...(answers.isReady ? await asked(site) : [])];
  } finally {
    await site.close();
  }
}

const checks: readonly [string, (site: Site) => Promise<Finding[]>][] = [
  ['Le serveur Postgres', embeddedServer],
  ['Les rôles', roles],
  ['Les migrations', migrations],
  ['Les murs', forcedWalls],
  ['L’appartenance des secrets', secretMatch],
  ['Les clés d’effacement', shredApart],
  ['Les horloges', clockDifference],
  ['Le journal', sequencerLag],
  ['Les services et mandats', officesAndMandates],
];

async function asked(site: Site): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [title, check] of checks) {
    findings.push(...(await check(site).catch((error: unknown) => [blocking(`${title} : examen impossible (${codeOf(error)}).`, 'Corrigez d’abord ce qui est dit au-dessus ; puis lancez migrate, et recommencez.')])));
  }

  return findings;
}

const isCommand = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);

if (isCommand) {
  process.exitCode = await doctor(process.argv.slice(2), { env: process.env, clock: () => new Date(), version: process.versions.node, workingFolder: process.cwd() }, (line) => process.stdout.write(`${line}\n`));
}
