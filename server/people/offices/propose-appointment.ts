import { randomUUID } from 'node:crypto';
import { and, count, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { establishment, mandate, office } from '../../../db/schema/index.ts';
import { proposalRefusal } from '../../../policies/appointments.ts';
import { addDays, endOfLocalDay, localDate, type LocalDate } from '../../../policies/charter/calendar.ts';
import type { Role } from '../../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { loadWorld } from '../world.ts';
import { appointmentSubject, storeAct } from './appointment-act.ts';
import { currentKeys, rolesInForce, type OfficeRow } from './mandates.ts';
import { refuseProposal, refusing, requireAllowed } from './refusal.ts';

/** `validFrom` is the first day of the mandate, `validTo` the day after the last, in Paris: an order is dated there. */
export type NewAppointment = {
  person: string;
  office: string;
  role: Role;
  certified: boolean;
  gender: 'woman' | 'man' | null;
  establishment: string | null;
  validFrom: LocalDate;
  validTo: LocalDate;
};

const zone = 'Europe/Paris';

/**
 * An administrator proposes somebody who has an account. Nothing is given by it: the person signs, a registrar countersigns.
 * @returns the id of the appointment
 * @throws Problem `not-found` (no such person or office), `registrar-concerned` for oneself, `certification-missing`,
 *   `invalid-body` naming a role or a term that cannot be
 */
export async function proposeAppointment(core: Core, session: Session, given: NewAppointment): Promise<string> {
  // Ids are compared as text: one person has one way to be written.
  const wanted = { ...given, person: given.person.toLowerCase(), office: given.office.toLowerCase() };

  return refusing(core, session, 'propose-appointment', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const now = core.clock();
      const roles = await rolesInForce(tx, core.secrets, now, session.person);
      requireAllowed('propose', { actor: session.person, roles, subject: wanted.person, proposer: session.person, state: 'nothing' });
      const place = await requireOffice(tx, wanted.office);
      await requirePerson(tx, core, now, wanted.person);
      await requireEstablishment(tx, wanted.establishment);
      refuseProposal(proposalRefusal({ tier: place.tier, role: wanted.role, certified: wanted.certified, term: wanted }, await earlierTerms(tx, wanted)));

      const proposed = { id: randomUUID(), ...factsOf(wanted, now) };
      await tx.insert(mandate).values({ ...proposed, proposedBy: session.person, proposedAt: now });
      await storeAct(tx, core, session, { id: proposed.id, kind: 'appoint', subject: appointmentSubject(core.secrets.deployment.id, proposed), previous: null, at: now });
      await core.journal.append(tx, {
        event: 'appointment-proposed', actor: { kind: 'person', person: session.person, role: 'administrator' },
        subject: { person: wanted.person, office: wanted.office, mandate: proposed.id }, detail: { role: wanted.role }, signer: signerOf(session),
      });
      await core.post?.tell(tx, [wanted.person], now);

      return proposed.id;
    }),
  );
}

async function requireOffice(tx: Tx, id: string): Promise<OfficeRow> {
  const [found] = await tx.select().from(office).where(eq(office.id, id));
  if (!found) throw new Problem('not-found');

  return found;
}

/** Nobody is appointed under keys that do not lead to root. */
async function requirePerson(tx: Tx, core: Core, at: Date, person: string): Promise<void> {
  const world = await loadWorld(tx, core.secrets, at, { persons: [person] });
  const keys = currentKeys(person, world);
  if (!keys || keys.kind === 'office') throw new Problem('not-found');
}

async function requireEstablishment(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return;
  const [found] = await tx.select({ id: establishment.id }).from(establishment).where(eq(establishment.id, id));
  if (!found) throw new Problem('invalid-body', { errors: [{ field: 'establishment', message: 'Choisissez un établissement de l’annuaire.' }] });
}

async function earlierTerms(tx: Tx, { person, office: officeId, role }: NewAppointment): Promise<number> {
  const [served] = await tx.select({ terms: count() }).from(mandate)
    .where(and(eq(mandate.personId, person), eq(mandate.officeId, officeId), eq(mandate.role, role), isNotNull(mandate.countersignedAt)));

  return served?.terms ?? 0;
}

/** A mandate never reaches back before it was proposed, whatever the day it begins on. */
function factsOf(wanted: NewAppointment, now: Date) {
  if (wanted.validTo <= wanted.validFrom || wanted.validTo <= localDate(now, zone))
    throw new Problem('invalid-body', { errors: [{ field: 'validTo', message: 'Donnez une fin qui vienne après le début et après aujourd’hui.' }] });
  const begins = startOfDay(wanted.validFrom);

  return {
    personId: wanted.person, officeId: wanted.office, role: wanted.role, certified: wanted.certified, gender: wanted.gender, establishmentId: wanted.establishment,
    validFrom: begins > now ? begins : now, validTo: startOfDay(wanted.validTo),
  };
}

function startOfDay(day: LocalDate): Date {
  return new Date(endOfLocalDay(addDays(day, -1), zone).getTime() + 1);
}
