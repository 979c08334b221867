import { and, eq, max, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { statement as statementTable, statementSignature } from '../../db/schema/people.ts';
import { Problem } from '../problems.ts';
import { statementDigest, type Statement } from '../vault/statement.ts';
import type { StatementSignature } from '../vault/trust.ts';

/** Stores a statement with its signatures, as the first of a new person. */
export async function insertStatement(tx: Tx, statement: Statement, signatures: readonly StatementSignature[]): Promise<void> {
  const digest = statementDigest(statement);
  await tx.insert(statementTable).values({
    digest, personId: statement.person, version: statement.version, kind: statement.kind, xwingPublic: statement.xwing, identityPublic: statement.ed25519,
    previous: statement.previous, validFrom: statement.validFrom, validTo: statement.validTo, officeId: statement.office, role: statement.role,
  });
  await tx.insert(statementSignature).values(signatures.map(({ by, signer, signature, at }) => ({ statementDigest: digest, signedBy: by, signer, signature, at })));
}

/**
 * Adds a statement at the end of a person's line. Two of one version would be a fork, after which nobody believes either:
 * writers of one line wait for each other here.
 * @throws Problem `changed-meanwhile` when another statement came first
 */
export async function appendStatement(tx: Tx, statement: Statement, signatures: readonly StatementSignature[]): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`statement-line:${statement.person}`}, 0))`);
  const [last] = await tx
    .select({ version: max(statementTable.version) })
    .from(statementTable)
    .where(and(eq(statementTable.personId, statement.person), ne(statementTable.kind, 'office')));
  if (last?.version !== statement.version - 1) throw new Problem('changed-meanwhile');

  await insertStatement(tx, statement, signatures);
}
