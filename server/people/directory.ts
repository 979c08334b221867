import { and, asc, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '../../db/client.ts';
import { department, establishment, functionHolder, localSchemeEntry, setting, territory, territoryRegion } from '../../db/schema/index.ts';
import type { Establishment, FunctionHolder } from '../../policies/charter/facts.ts';
import type { Setting } from '../../policies/charter/settings.ts';
import type { Department, Membership, Territory } from '../../policies/charter/territories.ts';
import type { Core } from '../core.ts';
import type { Secrets } from '../secrets.ts';
import { openDirectory } from '../vault/directory-envelope.ts';

/** What the rules of the charter need to know of the country: it serves wherever `policies/charter` asks for a directory. */
export type DirectoryFacts = {
  /** `zone`: IANA time zone. */
  departments: (Department & { name: string; zone: string })[];
  territories: (Territory & { name: string })[];
  memberships: Membership[];
  establishments: DirectoryEstablishment[];
  /** `profile` stays sealed until `holderOf` opens it. */
  holders: (FunctionHolder & { profile: Uint8Array })[];
  settings: Setting[];
};

/** `localScheme` and what follows are those of the register today; `sharedWith` is the establishment whose scheme serves this one. */
export type DirectoryEstablishment = Establishment & { identifier: string; name: string; localScheme: 'own' | 'shared' | 'none'; sharedWith: string | null; schemeContact: string | null };

/** How a function-holder is named and reached. */
export type HolderProfile = { name: string; email: string; postalAddress: string };

const marginMs = 2 * 24 * 3600 * 1000;

/**
 * The directory in force around an instant: rows that hold on some local day within two days of it, since days differ from
 * place to place; the rules then take the day of the establishment. Settings are all those decided until then.
 */
export async function directoryFacts(tx: Tx, at: Date): Promise<DirectoryFacts> {
  const [row] = await tx.execute<{ version: string }>(sql`select version from directory_version`);
  const key = `${row?.version} ${dayOf(at, 0)}`;
  const facts = known.get(key) ?? (await readFacts(tx, at));
  if (known.size >= mostKept) known.clear();
  known.set(key, facts);

  return facts;
}

/** What was read, by version of the directory and day: the version is new, and random, after every change. */
const known = new Map<string, DirectoryFacts>();
const mostKept = 16;

async function readFacts(tx: Tx, at: Date): Promise<DirectoryFacts> {
  const [from, to] = [dayOf(at, -marginMs), dayOf(at, marginMs)];
  const holding = (table: { validFrom: PgColumn; validTo: PgColumn }) => and(lte(table.validFrom, to), or(isNull(table.validTo), gt(table.validTo, from)));
  const [departments, territories, memberships, places, schemes, holders, settings] = await Promise.all([
    tx.select().from(department),
    tx.select().from(territory).where(holding(territory)),
    tx.select().from(territoryRegion).where(holding(territoryRegion)),
    tx.select().from(establishment).where(holding(establishment)),
    tx.select().from(localSchemeEntry).where(lte(localSchemeEntry.validFrom, dayOf(at, 0))).orderBy(asc(localSchemeEntry.validFrom)),
    tx.select().from(functionHolder).where(holding(functionHolder)),
    tx.select().from(setting).where(lte(setting.validFrom, to)),
  ]);

  const registered = new Map(schemes.map((entry) => [entry.establishmentId, entry]));

  return { departments, territories, memberships, establishments: places.map((place) => withScheme(place, registered.get(place.id))), holders, settings };
}

/** What was registered last stands in place of what the directory was filled with. */
function withScheme(place: typeof establishment.$inferSelect, entry: typeof localSchemeEntry.$inferSelect | undefined): DirectoryEstablishment {
  if (!entry) return { ...place, sharedWith: null };
  const contact = [entry.contactFunction, entry.telephone, entry.email].filter((part) => part !== null).join(', ');

  return { ...place, localScheme: entry.form, sharedWith: entry.sharedWith, schemeContact: contact === '' ? null : contact };
}

/** Opens the profile of a function-holder. Throws EnvelopeError when the row is another's or was changed. */
export function holderOf({ directoryKey, deployment }: Pick<Secrets, 'directoryKey' | 'deployment'>, holder: { id: string; profile: Uint8Array }): HolderProfile {
  return JSON.parse(openDirectory(directoryKey, holderPlace(deployment.id, holder.id), holder.profile)) as HolderProfile;
}

/** Where the profile of a function-holder stands, for its envelope. */
export function holderPlace(deployment: string, row: string) {
  return { deployment, table: 'function_holder', row, field: 'profile' };
}

/** The establishments one may name in a form, in the order of their names. */
export async function listEstablishments(core: Core) {
  const { establishments, departments } = await core.database.withActor({ kind: 'visitor' }, (tx) => directoryFacts(tx, core.clock()));
  const regionOf = new Map(departments.map(({ code, regionCode }) => [code, regionCode]));

  return establishments
    .map(({ id, name, type, departmentCode, localScheme, sharedWith, schemeContact }) => ({ id, name, type, department: departmentCode, region: regionOf.get(departmentCode) ?? '', localScheme, sharedWith, schemeContact }))
    .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
}

/** The departments, in the order of their codes. */
export async function listDepartments(core: Core) {
  const rows = await core.database.withActor({ kind: 'visitor' }, (tx) => tx.select().from(department));

  return rows.map(({ code, name }) => ({ code, name })).sort((one, other) => one.code.localeCompare(other.code));
}

/** The territories with their regions, and the day each takes its first case. */
export async function listTerritories(core: Core) {
  const { territories, memberships } = await core.database.withActor({ kind: 'visitor' }, (tx) => directoryFacts(tx, core.clock()));

  return territories
    .map(({ id, code, name, opensOn }) => ({ id, code, name, opensOn, regions: memberships.filter(({ territoryId }) => territoryId === id).map(({ regionCode }) => regionCode).sort() }))
    .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
}

function dayOf(at: Date, offsetMs: number): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);
}
