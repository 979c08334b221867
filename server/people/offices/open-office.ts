import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { office, territory } from '../../../db/schema/index.ts';
import type { InstitutionalCapacity } from '../../../policies/charter/words.ts';
import { signerOf, type Core, type Session } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { directoryFacts } from '../directory.ts';
import { institutionId, institutionPlace } from './institution.ts';
import { rolesInForce } from './mandates.ts';
import { holdsScheme } from './openable-places.ts';
import { refusing, requireAllowed } from './refusal.ts';

/**
 * A local scheme stands at an establishment that has one, its own or shared; a regional office at a territory; an institution
 * that refers at the establishment, region or department it answers for, or at none.
 */
export type NewOffice = { tier: 'local'; establishment: string } | { tier: 'regional'; territory: string } | { tier: 'national' } | { tier: 'institution'; capacity: InstitutionalCapacity; place?: string };

/**
 * An administrator opens an office; it is empty, and holds no key, until somebody is appointed to it.
 * @returns the office's id
 * @throws Problem `not-found`, `invalid-body` for a place that has no such office, `wrong-state` when it is already open
 */
export async function openOffice(core: Core, session: Session, wanted: NewOffice): Promise<string> {
  return refusing(core, session, 'open-office', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const now = core.clock();
      const roles = await rolesInForce(tx, core.secrets, now, session.person);
      requireAllowed('open-office', { actor: session.person, roles, subject: null, proposer: null, state: 'nothing' });
      const place = await placeOf(tx, now, wanted);
      await refuseSecond(tx, wanted.tier, place.code);

      const id = wanted.tier === 'institution' ? institutionId(core.secrets.deployment.id, wanted.capacity, wanted.place) : randomUUID();
      await tx.insert(office).values({ id, tier: wanted.tier, ...place, openedBy: session.person, openedAt: now });
      await core.journal.append(tx, {
        event: 'office-opened', actor: { kind: 'person', person: session.person, role: 'administrator' },
        subject: { office: id }, detail: { tier: wanted.tier }, signer: signerOf(session),
      });

      return id;
    }),
  );
}

type Place = Pick<typeof office.$inferInsert, 'code' | 'territoryId' | 'establishmentId' | 'regionCode' | 'departmentCode' | 'capacity'>;

async function placeOf(tx: Tx, at: Date, wanted: NewOffice): Promise<Place> {
  if (wanted.tier === 'institution') return institutionPlace(tx, wanted);
  if (wanted.tier === 'national') return { code: 'national', territoryId: null, establishmentId: null };
  if (wanted.tier === 'regional') {
    const [found] = await tx.select().from(territory).where(eq(territory.id, wanted.territory));
    if (!found) throw noSuchPlace('territory');

    return { code: found.code, territoryId: found.id, establishmentId: null };
  }
  const found = (await directoryFacts(tx, at)).establishments.find(({ id }) => id === wanted.establishment);
  if (!found || !holdsScheme(found)) throw noSuchPlace('establishment');

  return { code: found.identifier, territoryId: null, establishmentId: found.id };
}

function noSuchPlace(field: string): Problem {
  return new Problem('invalid-body', { errors: [{ field, message: 'Choisissez un lieu de l’annuaire qui peut tenir ce service.' }] });
}

/** Two offices of one place would each hold half of its cases. */
async function refuseSecond(tx: Tx, tier: NewOffice['tier'], code: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('open-office'))`);
  const [open] = await tx.select({ id: office.id }).from(office).where(and(eq(office.tier, tier), eq(office.code, code)));
  if (open) throw new Problem('wrong-state');
}
