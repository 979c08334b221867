import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { mandate, office } from '../../../db/schema/index.ts';
import { decideAppointment, type AppointmentAct, type AppointmentState } from '../../../policies/appointments.ts';
import type { OfficeTier, Role } from '../../../policies/vocabulary.ts';
import type { Core, Session } from '../../core.ts';
import { rolesInForce, stateOf } from './mandates.ts';
import { namesOf } from './names.ts';

export type AppointmentFacts = {
  id: string;
  person: string;
  name: string;
  office: { id: string; tier: OfficeTier; code: string };
  role: Role;
  certified: boolean;
  validFrom: Date;
  validTo: Date;
  state: AppointmentState;
  /** What one may do to it now. */
  may: AppointmentAct[];
};

/** One's own appointments; for a registrar also those to countersign, for an administrator every one that has not ended. */
export async function listAppointments(core: Core, session: Session): Promise<AppointmentFacts[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const roles = await rolesInForce(tx, core.secrets, core.clock(), session.person);
    const visible = or(
      eq(mandate.personId, session.person),
      roles.includes('registrar') ? and(sql`${mandate.undertakingAt} is not null`, isNull(mandate.countersignedAt), isNull(mandate.endedAt)) : undefined,
      roles.includes('administrator') ? isNull(mandate.endedAt) : undefined,
    );
    const rows = await tx.select({ row: mandate, office }).from(mandate).innerJoin(office, eq(office.id, mandate.officeId)).where(visible).orderBy(mandate.proposedAt, mandate.id);
    const names = await namesOf(tx, core, rows.map(({ row }) => row.personId));

    return rows.map(({ row, office: { id, tier, code } }) => {
      const state = stateOf(row);
      const facts = { actor: session.person, roles, subject: row.personId, proposer: row.proposedBy, state };

      return {
        id: row.id, person: row.personId, name: names.get(row.personId) ?? '', office: { id, tier, code }, role: row.role, certified: row.certified,
        validFrom: row.validFrom, validTo: row.validTo, state,
        may: (['sign', 'countersign', 'relieve'] as const).filter((act) => decideAppointment(act, facts).allow),
      };
    });
  });
}
