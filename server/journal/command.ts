import { lineOf, verifyJournal, type VerifyOptions } from './verify.ts';
import { ciphertextTables } from './written-tables.ts';

const USAGE = 'Usage: npm run journal -- verify   (AUDITOR_DATABASE_URL names the database)';

/**
 * The command `npm run journal -- verify`, without the keys that `server/audit.ts` adds to it.
 * @returns its exit code: 0 the journal is sound, 1 something is wrong with it, 2 it could not be examined
 */
export async function runCommand(
  words: string[], environment: Record<string, string | undefined>, print: (line: string) => void, options: VerifyOptions = {},
): Promise<0 | 1 | 2> {
  const url = environment['AUDITOR_DATABASE_URL'];
  if (words.length !== 1 || words[0] !== 'verify') {
    print(USAGE);

    return 2;
  }
  if (!url) {
    print('AUDITOR_DATABASE_URL is missing: the postgres:// URL of the login "auditor" that init printed. Nothing was examined.');

    return 2;
  }

  try {
    return await verify(url, print, { ciphertextTables, ...options });
  } catch (error) {
    print(`The journal could not be examined (${codeOf(error)}).`);

    return 2;
  }
}

async function verify(url: string, print: (line: string) => void, options: VerifyOptions): Promise<0 | 1> {
  const { entries, waiting, unsettled, size, root, unchecked, findings } = await verifyJournal(url, options);
  if (waiting > 0) print(`${waiting} entries wait to become leaves.`);
  if (unsettled > 0) print(`${unsettled} numbers are too recent to judge.`);
  if (unchecked.length > 0) print(`Not compared with the journal: ${unchecked.join(', ')}.`);
  if (!options.verifySignature) print('Signatures were looked for, not checked.');
  findings.forEach((finding) => print(lineOf(finding)));
  if (findings.length > 0) {
    print(`${findings.length} findings in ${entries} entries, tree size ${size}`);

    return 1;
  }
  print(`${entries} entries verified, tree size ${size}, root ${root}`);

  return 0;
}

/** A code of Postgres or of the network; never a message, which could hold a row. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}
