import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { companion, meeting, meetingCompanion, party as partyTable } from '../../db/schema/index.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';
import { isToCome } from './past-day.ts';

/** An interview with one party, recorded for the mediators; or a plenary, recorded where everybody reads it (Ch 9 [C]). */
export type Meeting = ({ kind: 'interview'; party: string } | { kind: 'plenary' }) & { heldOn: LocalDate; text: string; companions?: readonly string[] };

/**
 * A delegate records a meeting that was held, and which companions attended: none without their commitment (Ch 9 [C], [I]). Its text lies in `workspace` for an interview, in `room` for a plenary.
 * @throws Problem `not-found`, `wrong-state` (also for a plenary before the room is open), `invalid-body`,
 *   `commitment-missing`
 */
export async function recordMeeting(core: Core, session: Session, caseId: string, given: Meeting): Promise<{ meeting: string; recordedAt: string }> {
  const place = { kind: given.kind === 'interview' ? 'workspace' : 'room' } as const;
  const { companions = [] } = given;
  const partyId = given.kind === 'interview' ? given.party : null;

  return performDeed(core, session, caseId, {
    act: 'record-meeting',
    writesOnly: true,
    guards: async (tx) => ({ 'companions-committed': await areCommitted(tx, caseId, given) }),
    creates: (view) => (place.kind === 'workspace' && !compartmentOf(view, 'workspace') ? [place] : []),
    change: async ({ tx, view, now, write }) => {
      if (place.kind === 'room' && !compartmentOf(view, 'room')) throw new Problem('wrong-state');
      if (isToCome(given.heldOn, now)) throw new Problem('invalid-body', { errors: [{ field: 'heldOn', message: 'Indiquez le jour où la rencontre a eu lieu.' }] });
      if (partyId !== null) {
        const [known] = await tx.select({ id: partyTable.id }).from(partyTable).where(and(eq(partyTable.id, partyId), eq(partyTable.caseId, caseId)));
        if (!known) throw new Problem('invalid-body', { errors: [{ field: 'party', message: 'Choisissez une partie de ce dossier.' }] });
      }
      await refuseStrangers(tx, caseId, companions, partyId);

      const row = { id: randomUUID(), caseId, kind: given.kind, partyId, heldOn: given.heldOn, itemId: await write(place, given.kind, given.text), recordedBy: session.person, recordedAt: now };
      await tx.insert(meeting).values(row);
      if (companions.length > 0) await tx.insert(meetingCompanion).values(companions.map((companionId) => ({ meetingId: row.id, companionId, caseId })));

      return { meeting: row.id, recordedAt: now.toISOString() };
    },
  });
}

function readCompanions(tx: Tx, caseId: string, companions: readonly string[]) {
  return tx.select().from(companion).where(and(eq(companion.caseId, caseId), inArray(companion.id, [...companions])));
}

/** A companion enters once they have signed their commitment to confidentiality. */
async function areCommitted(tx: Tx, caseId: string, { heldOn, companions = [] }: Meeting): Promise<boolean> {
  if (companions.length === 0) return true;

  return (await readCompanions(tx, caseId, companions)).every(({ committedOn }) => committedOn !== null && committedOn <= heldOn);
}

/** And goes with the party who named them, as long as that party wishes. */
async function refuseStrangers(tx: Tx, caseId: string, companions: readonly string[], partyId: string | null): Promise<void> {
  if (companions.length === 0) return;

  const known = await readCompanions(tx, caseId, companions);
  const areTheirs = known.length === companions.length && known.every((one) => one.takenBackAt === null && (partyId === null || one.partyId === partyId));
  if (!areTheirs) throw new Problem('invalid-body', { errors: [{ field: 'companions', message: 'Choisissez des accompagnants que les parties présentes ont nommés.' }] });
}
