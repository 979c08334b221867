import { inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/client.ts';
import { person } from '../../../db/schema/index.ts';
import type { Core } from '../../core.ts';
import { openProfile } from '../profile.ts';

/** The names of persons named in an appointment, by id. Whoever the actor does not reach is absent. */
export async function namesOf(tx: Tx, core: Pick<Core, 'secrets'>, persons: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(persons)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.select({ id: person.id, profile: person.profile }).from(person).where(inArray(person.id, wanted));

  return new Map(rows.map(({ id, profile }) => [id, openProfile(core, id, profile).name]));
}
