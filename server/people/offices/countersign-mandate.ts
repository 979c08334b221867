import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { mandate } from '../../../db/schema/index.ts';
import { signedMandate } from '../../../db/schema/offices.ts';
import { signerOf, type Core, type Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { equal } from '../../vault/bytes.ts';
import { signStatement, statementDigest, verifyStatementSignature, type Statement } from '../../vault/statement.ts';
import type { Verified, World } from '../../vault/trust.ts';
import { appendStatement } from '../statement-line.ts';
import { withIdentity } from '../with-identity.ts';
import { loadWorld } from '../world.ts';
import { isAsSigned, isProposed, loadAppointment, mandateStatement, type Appointment } from './appointment.ts';
import { currentKeys, rolesInForce, stateOf } from './mandates.ts';
import { refusing, requireAllowed } from './refusal.ts';
import { verifyUndertaking } from './undertaking.ts';

/** What the registrar is about to sign, everything under it verified. */
type Hearing = { statement: Statement; registrar: Verified; appointment: Appointment };

/**
 * A registrar countersigns a mandate, with their passphrase. From then it holds: the statement, with both signatures,
 * joins the person's line, and keys are due to them in the cases of the office.
 * @throws Problem `not-found` to whoever is no registrar, `registrar-concerned` for oneself or what one proposed,
 *   `undertaking-missing` before the person has signed, `wrong-state` when they must sign again, `wrong-passphrase`
 */
export async function countersignMandate(core: Core, session: Session, appointment: string, passphrase: string): Promise<void> {
  return refusing(core, session, 'countersign-mandate', async () => {
    const person = { kind: 'person', id: session.person } as const;
    const heard = await core.database.withActor(person, (tx) => hear(tx, core, session, appointment));
    const signature = await withIdentity(core, session, passphrase, async (identity) => signStatement(identity, heard.statement));

    await core.database.withActor(person, async (tx) => {
      const now = core.clock();
      const { statement, registrar, appointment: again } = await hear(tx, core, session, appointment, { lock: true });
      if (!equal(statementDigest(statement), statementDigest(heard.statement)) || !again.signature) throw new Problem('changed-meanwhile');

      await appendStatement(tx, statement, [
        { by: 'subject', signer: null, signature: again.signature, at: again.row.undertakingAt ?? now },
        { by: 'registrar', signer: registrar.digest, signature, at: now },
      ]);
      await tx.update(mandate).set({ countersignedBy: session.person, countersignedAt: now }).where(eq(mandate.id, again.row.id));
      await tx.delete(signedMandate).where(eq(signedMandate.mandateId, again.row.id));
      await requireBelieved(tx, core, now, statement);
      await tx.execute(sql`select mark_office_cases(${again.row.officeId})`);
      await core.journal.append(tx, {
        event: 'mandate-countersigned', actor: { kind: 'person', person: session.person, role: 'registrar' },
        subject: { person: again.row.personId, office: again.row.officeId, mandate: again.row.id }, detail: { role: again.row.role }, signer: signerOf(session),
      });
    });
  });
}

async function hear(tx: Tx, core: Core, session: Session, id: string, { lock = false } = {}): Promise<Hearing> {
  const now = core.clock();
  const roles = await rolesInForce(tx, core.secrets, now, session.person);
  const appointment = await loadAppointment(tx, id, { lock });
  const { row, proposal } = appointment;
  requireAllowed('countersign', { actor: session.person, roles, subject: row.personId, proposer: row.proposedBy, state: stateOf(row) });

  const world = await loadWorld(tx, core.secrets, now, {
    persons: [row.personId, session.person, ...(proposal ? [proposal.authorId] : [])],
    certificates: proposal ? [proposal.certificateId] : [],
  });
  const [subject, registrar] = [currentKeys(row.personId, world), currentKeys(session.person, world)];
  if (!subject || !registrar || !isProposed(appointment, world)) throw new Problem('signatures-missing');

  const statement = mandateStatement(row, subject);
  if (!isAsSigned(row, statement)) throw new Problem('wrong-state');
  requireSubjectSigned(appointment, statement, world);

  return { statement, registrar, appointment };
}

function requireSubjectSigned({ row, signature }: Appointment, statement: Statement, { deployment }: World): void {
  if (!signature || !verifyStatementSignature(statement.ed25519, statement, signature)) throw new Problem('signatures-missing');

  const { undertakingText: version, undertakingSignature } = row;
  const undertaking = { deployment, person: row.personId, mandate: row.id, version: version ?? '' };
  if (!undertakingSignature || !verifyUndertaking(statement.ed25519, undertaking, undertakingSignature)) throw new Problem('undertaking-missing');
}

/** The whole chain once more, from what the database now holds: a mandate nobody would believe is not countersigned. */
async function requireBelieved(tx: Tx, core: Core, at: Date, statement: Statement): Promise<void> {
  const keys = currentKeys(statement.person, await loadWorld(tx, core.secrets, at, { persons: [statement.person] }));
  if (!keys || !equal(keys.digest, statementDigest(statement))) throw new Problem('changed-meanwhile');
}
