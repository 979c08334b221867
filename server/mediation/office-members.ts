import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { Role } from '../../policies/vocabulary.ts';

/** Somebody who holds a mandate in an office now: countersigned, undertaking signed, within its dates (D art. 12). */
export type OfficeMember = { person: string; role: Role; certified: boolean; establishment: string | null };

/** Everybody in office; one row per mandate. */
export async function officeMembers(tx: Tx, officeId: string): Promise<OfficeMember[]> {
  return [...(await tx.execute<OfficeMember>(sql`select person_id as person, role, certified, establishment_id as establishment from live_mandate where office_id = ${officeId}`))];
}

/** The peers of a body: its members, and a deputy when they do not run the case themselves. */
export function isPeer({ role }: Pick<OfficeMember, 'role'>): boolean {
  return role === 'member' || role === 'deputy';
}
