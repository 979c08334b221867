import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { office } from '../../../db/schema/index.ts';
import { institutionalCapacities, type InstitutionalCapacity } from '../../../policies/charter/words.ts';
import type { Tier } from '../../../policies/vocabulary.ts';
import type { Core, Session } from '../../core.ts';
import { directoryFacts, type DirectoryEstablishment } from '../directory.ts';
import { isTypeOf } from './institution.ts';
import { rolesInForce } from './mandates.ts';
import { requireAllowed } from './refusal.ts';

/** What an office is for: a tier, or the institution that refers. */
export type OfficeKind = Tier | InstitutionalCapacity;

export const officeKinds: readonly OfficeKind[] = ['local', 'regional', 'national', ...institutionalCapacities];

/** `id`: what opens an office there; null where the kind answers for the whole country. */
export type OpenablePlace = { id: string | null; name: string };

/** Where an office of each of these kinds may be opened and is not yet, by name, for an administrator; kinds without such a place are absent. @throws Problem `not-found` */
export async function openablePlaces(core: Core, session: Session, kinds: readonly OfficeKind[]): Promise<{ kind: OfficeKind; places: OpenablePlace[] }[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const roles = await rolesInForce(tx, core.secrets, core.clock(), session.person);
    requireAllowed('open-office', { actor: session.person, roles, subject: null, proposer: null, state: 'nothing' });
    const isOpen = new Set((await tx.select({ tier: office.tier, code: office.code }).from(office)).map(({ tier, code }) => `${tier} ${code}`));

    const found: { kind: OfficeKind; places: OpenablePlace[] }[] = [];
    for (const kind of kinds) {
      const places = (await placesOf(tx, core.clock(), kind)).filter(({ key }) => !isOpen.has(key)).sort((one, other) => one.name.localeCompare(other.name, 'fr'));
      if (places.length > 0) found.push({ kind, places: places.map(({ id, name }) => ({ id, name })) });
    }

    return found;
  });
}

/** Whether an establishment has a scheme of its own, which others may share. */
export function holdsScheme({ localScheme, sharedWith }: Pick<DirectoryEstablishment, 'localScheme' | 'sharedWith'>): boolean {
  return localScheme !== 'none' && sharedWith === null;
}

/** `key`: the tier and code of the office that would stand there. */
async function placesOf(tx: Tx, at: Date, kind: OfficeKind): Promise<(OpenablePlace & { key: string })[]> {
  const { territories, establishments, departments } = await directoryFacts(tx, at);
  if (kind === 'national') return [{ id: null, name: '', key: 'national national' }];
  if (kind === 'regional') return territories.map(({ id, name, code }) => ({ id, name, key: `regional ${code}` }));
  if (kind === 'local') return establishments.filter(holdsScheme).map(({ id, name, identifier }) => ({ id, name, key: `local ${identifier}` }));
  if (kind === 'cng' || kind === 'ministers') return [{ id: null, name: '', key: `institution ${kind}` }];

  const of = (id: string, name: string) => ({ id, name, key: `institution ${kind}:${id}` });
  if (kind === 'prefect') return departments.map(({ code, name }) => of(code, name));
  if (kind === 'ars') {
    const known = new Set(departments.map(({ regionCode }) => regionCode));

    return [...(await tx.execute<{ code: string; name: string }>(sql`select code, name from region`))].filter(({ code }) => known.has(code)).map(({ code, name }) => of(code, name));
  }

  return establishments.filter(({ type }) => isTypeOf(kind, type)).map(({ id, name }) => of(id, name));
}
