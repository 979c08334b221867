import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { department, establishment, mandate } from '../../../db/schema/index.ts';
import type { Signatory } from '../../../policies/charter/referrers.ts';
import { healthEstablishments, type InstitutionalCapacity } from '../../../policies/charter/words.ts';
import type { Core } from '../../core.ts';
import { Problem } from '../../problems.ts';
import { enc, idBytes, idFrom, sha256 } from '../../vault/bytes.ts';
import { mandatesInForce, type OfficeRow } from './mandates.ts';

/**
 * The id of the office of an institution that refers: a hash of what it is. A mandate's signed statement names its office, so
 * it names the capacity and the place: no row can turn a director into another's, or into a prefect.
 * @param place an establishment's id, a region's or department's code, or nothing
 */
export function institutionId(deployment: string, capacity: InstitutionalCapacity, place = ''): string {
  return idFrom(sha256(enc('institution', idBytes(deployment), capacity, place)).subarray(0, 16));
}

/** Where such an office stands. @throws Problem `invalid-body` for a place its capacity does not answer for */
export async function institutionPlace(tx: Tx, { capacity, place }: { capacity: InstitutionalCapacity; place?: string }) {
  const empty = { territoryId: null, establishmentId: null, regionCode: null, departmentCode: null, capacity };
  const code = place === undefined ? capacity : `${capacity}:${place}`;
  if (!(await answersFor(tx, capacity, place))) throw new Problem('invalid-body', { errors: [{ field: 'place', message: 'Choisissez le lieu dont cette fonction répond.' }] });

  return { ...empty, code, ...(place !== undefined && { [columnOf(capacity)]: place }) };
}

/** In which capacities somebody may sign a referral now: mandates that signatures prove, of offices whose id says what they are. */
export async function capacitiesOf(tx: Tx, core: Core, person: string, at: Date): Promise<Signatory[]> {
  const held = await mandatesInForce(tx, core.secrets, at, [person]);

  return held.flatMap(({ row, office: place }) => (row.role === 'referrer' ? signatory(core, person, place) : []));
}

/** Who holds a capacity somewhere now, if anybody does. */
export async function holderOfCapacity(tx: Tx, core: Core, capacity: InstitutionalCapacity, place: string, at: Date): Promise<string | undefined> {
  const id = institutionId(core.secrets.deployment.id, capacity, place);
  const rows = await tx.select({ person: mandate.personId }).from(mandate).where(eq(mandate.officeId, id));
  const held = await mandatesInForce(tx, core.secrets, at, rows.map(({ person }) => person));

  return held.find(({ row, office: one }) => one.id === id && row.role === 'referrer')?.row.personId;
}

function signatory({ secrets }: Core, person: string, { id, capacity, establishmentId, regionCode, departmentCode }: OfficeRow): Signatory[] {
  if (!capacity || id !== institutionId(secrets.deployment.id, capacity, establishmentId ?? regionCode ?? departmentCode ?? undefined)) return [];

  return [{ capacity, personKey: person, ...(establishmentId && { establishmentId }), ...(regionCode && { regionCode }), ...(departmentCode && { departmentCode }) }];
}

function columnOf(capacity: InstitutionalCapacity): 'establishmentId' | 'regionCode' | 'departmentCode' {
  if (capacity === 'ars') return 'regionCode';

  return capacity === 'prefect' ? 'departmentCode' : 'establishmentId';
}

async function answersFor(tx: Tx, capacity: InstitutionalCapacity, place: string | undefined): Promise<boolean> {
  if (capacity === 'cng' || capacity === 'ministers') return place === undefined;
  if (place === undefined) return false;
  if (capacity === 'ars') return (await tx.select().from(department).where(eq(department.regionCode, place)).limit(1)).length > 0;
  if (capacity === 'prefect') return (await tx.select().from(department).where(eq(department.code, place))).length > 0;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(place)) return false;
  const [found] = await tx.select({ type: establishment.type }).from(establishment).where(eq(establishment.id, place));

  return found !== undefined && isTypeOf(capacity, found.type);
}

/** Whether an establishment is one that such a function answers for. */
export function isTypeOf(capacity: InstitutionalCapacity, type: string): boolean {
  if (capacity === 'dean') return type === 'faculty';
  if (capacity === 'school-head') return type === 'paramedical-school';
  if (capacity === 'cme-president') return healthEstablishments.includes(type);

  return type !== 'faculty' && type !== 'paramedical-school';
}
