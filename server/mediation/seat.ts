import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { seat } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { performDeed } from './deed.ts';

/** `acceptsLinks`: the mediator has read the links these members declared and accepts them. */
export type Seating = { members: readonly string[]; acceptsLinks: boolean };

type SeatRow = typeof seat.$inferSelect;

/**
 * The mediator in charge seats members who have declared; a declared link is accepted knowingly or not at all (design 6).
 * They receive the keys of `summary` and `deliberation`.
 * @throws Problem `not-found`, `wrong-state`, `declaration-missing`, `conflict-declared`, `acted-first`
 */
export async function seatMembers(core: Core, session: Session, caseId: string, { members, acceptsLinks }: Seating): Promise<{ seated: string[] }> {
  const acts = members.map((person) => ({ id: randomUUID(), kind: 'seat' as const, subject: idBytes(person), person }));

  return performDeed(core, session, caseId, {
    act: 'seat',
    guards: async (tx) => ({ declared: haveDeclared(await seatsOf(tx, caseId, members), members) }),
    signs: acts.map(({ person: _, ...act }) => act),
    after: (view) => [...view.standings, ...members.map((person) => ({ person, standing: 'seated' as const, subject: null, since: core.clock() }))],
    change: async ({ tx, now }) => {
      const seats = await seatsOf(tx, caseId, members);
      if (seats.some(({ answer }) => answer === 'link') && !acceptsLinks) throw new Problem('conflict-declared');
      if (seats.some(({ seatedAt }) => seatedAt !== null)) throw new Problem('acted-first');
      for (const { id, person } of acts) await tx.update(seat).set({ seatedAt: now, seatActId: id }).where(and(eq(seat.caseId, caseId), eq(seat.personId, person)));

      return { seated: [...members] };
    },
  });
}

function seatsOf(tx: Tx, caseId: string, members: readonly string[]): Promise<SeatRow[]> {
  return tx.select().from(seat).where(and(eq(seat.caseId, caseId), inArray(seat.personId, [...members]), isNull(seat.endedAt)));
}

function haveDeclared(seats: readonly SeatRow[], members: readonly string[]): boolean {
  return members.every((member) => seats.some(({ personId, excluded, answer }) => personId === member && !excluded && (answer === 'none' || answer === 'link')));
}
