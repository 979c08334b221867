import { randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { mandate } from '../../../db/schema/index.ts';
import { signedMandate } from '../../../db/schema/offices.ts';
import { signerOf, type Core, type Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { storeAct } from './appointment-act.ts';
import { loadAppointment } from './appointment.ts';
import { mandatesInForce, rolesInForce, stateOf, type MandateRow } from './mandates.ts';
import { reliefCounts } from './preview-relief.ts';
import { refusing, requireAllowed } from './refusal.ts';

/**
 * An administrator ends a mandate before its term, or withdraws a proposal, by a signed act. From that instant the person's
 * shares of the office's keys are gone, those keys are closed, and so are the epochs they read; the next remaining member
 * who signs in opens the next (design 4, "removal").
 * @throws Problem `not-found`, `registrar-concerned` for oneself, `wrong-state`, `office-empty` for the last registrar
 */
export async function relieve(core: Core, session: Session, appointment: string): Promise<void> {
  return refusing(core, session, 'relieve', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
      const roles = await rolesInForce(tx, core.secrets, now, session.person);
      const { row, proposal } = await loadAppointment(tx, appointment, { lock: true });
      requireAllowed('relieve', { actor: session.person, roles, subject: row.personId, proposer: row.proposedBy, state: stateOf(row) });
      await keepOneRegistrar(tx, core, now, row);
      const { leftToOne } = await reliefCounts(tx, row.id);

      await storeAct(tx, core, session, { id: randomUUID(), kind: 'relieve', subject: row.statementDigest, previous: proposal?.id ?? null, at: now });
      await tx.update(mandate).set({ endedAt: now, endedBy: session.person }).where(eq(mandate.id, row.id));
      await tx.delete(signedMandate).where(eq(signedMandate.mandateId, row.id));
      await tx.execute(sql`select sweep_office(${row.officeId})`);
      await tx.execute(sql`select mark_office_cases(${row.officeId})`);
      await core.journal.append(tx, {
        event: 'relieved', actor: { kind: 'person', person: session.person, role: 'administrator' },
        subject: { person: row.personId, office: row.officeId, mandate: row.id }, detail: { role: row.role }, signer: signerOf(session),
      });
      if (leftToOne > 0) await core.journal.append(tx, { event: 'alarm', act: 'one-holder-left', actor: { kind: 'system' }, subject: { person: row.personId, office: row.officeId }, detail: { cases: leftToOne } });
    }),
  );
}

/** Without a registrar nobody could be appointed any more, registrars included. */
async function keepOneRegistrar(tx: Tx, core: Core, now: Date, row: MandateRow): Promise<void> {
  if (row.role !== 'registrar') return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('relieve-registrar'))`);
  const others = await tx.select({ person: mandate.personId }).from(mandate)
    .where(and(eq(mandate.role, 'registrar'), ne(mandate.id, row.id), isNull(mandate.endedAt)));
  const inForce = await mandatesInForce(tx, core.secrets, now, [...new Set(others.map(({ person }) => person))]);

  if (!inForce.some((held) => held.row.role === 'registrar' && held.row.id !== row.id)) throw new Problem('office-empty', { missing: 'registrar' });
}
