import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { act, mandate } from '../../../db/schema/index.ts';
import { signedMandate } from '../../../db/schema/offices.ts';
import { Problem } from '../../problems.ts';
import { verifyAct } from '../../vault/act.ts';
import { equal } from '../../vault/bytes.ts';
import { sessionKeyOf } from '../../mediation/keys/certified.ts';
import { statementDigest, type Statement } from '../../vault/statement.ts';
import { mandatesAt, type Verified, type World } from '../../vault/trust.ts';
import { appointmentSubject } from './appointment-act.ts';
import { currentKeys, type MandateRow } from './mandates.ts';

export type ActRow = typeof act.$inferSelect;

/** A mandate with the act that proposed it and, until it is countersigned, its subject's signature. */
export type Appointment = { row: MandateRow; proposal: ActRow | undefined; signature: Uint8Array | undefined };

/** Reads an appointment; `lock` keeps others from changing it until the transaction ends. @throws Problem `not-found` */
export async function loadAppointment(tx: Tx, id: string, { lock = false } = {}): Promise<Appointment> {
  const query = tx.select().from(mandate).where(eq(mandate.id, id));
  const [row] = lock ? await query.for('update') : await query;
  if (!row) throw new Problem('not-found');
  const [proposal] = await tx.select().from(act).where(eq(act.id, row.id));
  const [signed] = await tx.select().from(signedMandate).where(eq(signedMandate.mandateId, row.id));

  return { row, proposal, signature: signed?.signature };
}

/** The `mandate` statement of a row: the next version of its person's line, with the same keys. */
export function mandateStatement(row: MandateRow, { statement, digest }: Verified): Statement {
  return {
    deployment: statement.deployment, person: row.personId, version: statement.version + 1, kind: 'mandate',
    xwing: statement.xwing, ed25519: statement.ed25519, previous: digest,
    validFrom: row.validFrom, validTo: row.validTo, office: row.officeId, role: row.role,
  };
}

/** Whether this is the statement its subject signed, and not one their line has since left behind. */
export function isAsSigned(row: MandateRow, statement: Statement): boolean {
  return row.statementDigest !== null && equal(row.statementDigest, statementDigest(statement));
}

/** Whether an administrator, proven by signatures, proposed exactly this row: a row alone is not countersigned. */
export function isProposed({ row, proposal }: Appointment, world: World): boolean {
  if (proposal?.kind !== 'appoint' || !proposal.subject || proposal.authorId !== row.proposedBy) return false;
  if (!equal(proposal.subject, appointmentSubject(world.deployment, row))) return false;

  const author = currentKeys(proposal.authorId, { ...world, at: proposal.at });
  const sessionKey = sessionKeyOf(world, proposal.certificateId, proposal.authorId, proposal.at);
  const asSigned = { id: proposal.id, kind: proposal.kind, caseId: proposal.caseId, subject: proposal.subject, compartment: proposal.compartmentId, previous: proposal.previousId, at: proposal.at };
  if (!author || !sessionKey || !verifyAct(sessionKey, world.deployment, asSigned, proposal.signature)) return false;

  return mandatesAt(author, world, proposal.at).some(({ role }) => role === 'administrator');
}
