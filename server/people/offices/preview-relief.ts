import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { soleHolderAllowed } from '../../../policies/access.ts';
import type { Core, Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { loadAppointment } from './appointment.ts';
import { rolesInForce } from './mandates.ts';
import { refusing } from './refusal.ts';

/** `inCharge`: cases nobody would have in charge any more. `leftToOne`: cases where something would have one holder, or none. */
export type ReliefCounts = { inCharge: number; leftToOne: number };

/**
 * What ending a mandate would leave behind, before it is done: counts, for whoever appoints may not learn which cases.
 * Handing them over first is the remedy.
 * @throws Problem `not-found` for anyone but an administrator or a registrar
 */
export async function previewRelief(core: Core, session: Session, appointment: string): Promise<ReliefCounts> {
  return refusing(core, session, 'preview-relief', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
      const roles = await rolesInForce(tx, core.secrets, now, session.person);
      if (!roles.includes('administrator') && !roles.includes('registrar')) throw new Problem('not-found');
      const { row } = await loadAppointment(tx, appointment);

      return reliefCounts(tx, row.id);
    }),
  );
}

export async function reliefCounts(tx: Tx, mandate: string): Promise<ReliefCounts> {
  const [row] = await tx.execute<{ in_charge: string; left_to_one: string }>(sql`select in_charge, left_to_one from relief_counts(${mandate}, string_to_array(${soleHolderAllowed.join(',')}, ','))`);

  return { inCharge: Number(row?.in_charge ?? 0), leftToOne: Number(row?.left_to_one ?? 0) };
}
