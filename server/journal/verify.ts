import postgres from 'postgres';
import { flawsOf, type VerifySignature } from './verify-entry.ts';
import { inLogOrder, type Finding } from './verify-findings.ts';
import { numberCheck } from './verify-numbers.ts';
import { lastOwnXid, leafPages, longestHeadBeyond, startsOf, waitingPages, type LogRecord } from './verify-records.ts';
import { strays } from './verify-strays.ts';
import { treeCheck } from './verify-tree.ts';
import { writtenCheck, type CiphertextTables } from './verify-written.ts';

export type { VerifySignature } from './verify-entry.ts';
export type { CiphertextTables } from './verify-written.ts';
export { lineOf, type Finding } from './verify-findings.ts';

export type VerifyOptions = {
  ciphertextTables?: CiphertextTables;
  /** Without it, signatures are only looked for, not checked. */
  verifySignature?: VerifySignature;
};

export type Verification = {
  /** Leaves whose entry was examined. */
  entries: number;
  /** Entries examined that are not leaves yet. */
  waiting: number;
  /** Numbers neither seen nor declared void, too recent to be held against anyone. */
  unsettled: number;
  size: number;
  root: string;
  /** Table codes whose rows could not be compared. */
  unchecked: string[];
  /** Everything wrong, first one first; empty when the journal is sound. */
  findings: Finding[];
};

/**
 * Rebuilds the whole log from what the database holds, without any key, in one snapshot and page by page.
 * @param url a login that may read the journal's tables (`auditor`); a read replica will do
 */
export async function verifyJournal(url: string, { ciphertextTables = {}, verifySignature }: VerifyOptions = {}): Promise<Verification> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'entente-verify' } });
  try {
    return await client.begin('isolation level repeatable read read only', async (sql) => {
      await sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`;

      return walk(sql, ciphertextTables, verifySignature);
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function walk(
  sql: postgres.TransactionSql, ciphertextTables: CiphertextTables, verifySignature?: VerifySignature,
): Promise<Verification> {
  const findings: Finding[] = [];
  const found = (finding: Finding): void => void findings.push(finding);
  const tree = treeCheck(found);
  const numbers = numberCheck(found);
  const written = writtenCheck(ciphertextTables, found);
  const examine = async (records: LogRecord[]): Promise<void> => {
    for (const record of records) {
      numbers.see(record);
      const flaws = await flawsOf(record, verifySignature);
      flaws.forEach((code) => found({ code, index: record.index, entry: record.id }));
      written.see(record);
    }
  };

  let entries = 0;
  let last: LogRecord | undefined;
  for await (const { records, heads } of leafPages(sql)) {
    await examine(records);
    for (const record of records) {
      tree.leaf(record);
      const head = heads.get((record.index ?? 0) + 1);
      if (head) tree.head(head);
    }
    entries += records.length;
    last = records.at(-1);
  }
  const { size, root } = tree.end(await longestHeadBeyond(sql, Number(last?.index ?? -1) + 1));

  let waiting = 0;
  const lastXid = await lastOwnXid(sql, last);
  for await (const records of waitingPages(sql)) {
    await examine(records);
    const skipped = records.filter(({ entry }) => entry && BigInt(entry.xid) < lastXid);
    skipped.forEach(({ id }) => found({ code: 'entry-skipped', index: null, entry: id }));
    waiting += records.length;
  }
  (await strays(sql)).forEach(found);
  const unsettled = numbers.end(await startsOf(sql));
  const unchecked = await written.end(sql);

  return { entries, waiting, unsettled, size, root: Buffer.from(root).toString('hex'), unchecked, findings: inLogOrder(findings) };
}
