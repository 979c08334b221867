import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { mandate, office } from '../../../db/schema/index.ts';
import type { AppointmentState } from '../../../policies/appointments.ts';
import type { Role } from '../../../policies/vocabulary.ts';
import type { Secrets } from '../../secrets.ts';
import { equal } from '../../vault/bytes.ts';
import { verifyCurrent } from '../../vault/chain.ts';
import { mandatesAt, UntrustedError, type Verified, type World } from '../../vault/trust.ts';
import { loadWorld } from '../world.ts';
import { verifyUndertaking } from './undertaking.ts';

export type MandateRow = typeof mandate.$inferSelect;
export type OfficeRow = typeof office.$inferSelect;

/** A mandate in force that signatures prove, and the keys of its holder. */
export type HeldMandate = { row: MandateRow; office: OfficeRow; keys: Verified };

/**
 * The mandates of these persons that hold at an instant: the row says so, a statement signed by the person and a registrar
 * (or root) leads to root, and the undertaking is signed (D art. 12). A row alone never counts.
 */
export async function mandatesInForce(tx: Tx, secrets: Secrets, at: Date, persons: readonly string[]): Promise<HeldMandate[]> {
  if (persons.length === 0) return [];
  const rows = await tx.select({ row: mandate, office }).from(mandate).innerJoin(office, eq(office.id, mandate.officeId))
    .where(and(inArray(mandate.personId, [...persons]), sql`${mandate.id} in (select live.id from live_mandate live)`));
  if (rows.length === 0) return [];
  const world = await loadWorld(tx, secrets, at, { persons });

  return rows.flatMap(({ row, office }) => {
    const keys = currentKeys(row.personId, world);

    return keys && isProven(row, keys, world) ? [{ row, office, keys }] : [];
  });
}

/** The roles somebody's mandates give them now, in whatever office. */
export async function rolesInForce(tx: Tx, secrets: Secrets, at: Date, person: string): Promise<Role[]> {
  return (await mandatesInForce(tx, secrets, at, [person])).map(({ row }) => row.role);
}

/** A person's verified key statement, or undefined when nothing leads to root. */
export function currentKeys(person: string, world: World): Verified | undefined {
  try {
    return verifyCurrent(person, world);
  } catch (error) {
    if (error instanceof UntrustedError) return undefined;

    throw error;
  }
}

/** Where an appointment stands, from its row. */
export function stateOf({ endedAt, countersignedAt, statementDigest, undertakingAt }: MandateRow): AppointmentState {
  if (endedAt) return 'ended';
  if (countersignedAt) return 'in-force';

  return statementDigest && undertakingAt ? 'signed' : 'proposed';
}

function isProven(row: MandateRow, keys: Verified, world: World): boolean {
  const { statementDigest, undertakingSignature, undertakingText: version } = row;
  if (!statementDigest || !undertakingSignature || !version) return false;

  const undertaking = { deployment: world.deployment, person: row.personId, mandate: row.id, version };
  const signed = mandatesAt(keys, world, world.at).find(({ digest }) => equal(digest, statementDigest));

  return signed?.office === row.officeId && signed.role === row.role && hasUndertaken(row, world, undertaking);
}

/** Checked against the keys of the mandate's own statement: renewed keys do not undo an undertaking. */
function hasUndertaken(row: MandateRow, world: World, undertaking: Parameters<typeof verifyUndertaking>[1]): boolean {
  const statement = row.statementDigest && world.lookup(row.statementDigest)?.statement;

  return !!statement && !!row.undertakingSignature && verifyUndertaking(statement.ed25519, undertaking, row.undertakingSignature);
}
