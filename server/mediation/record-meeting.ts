import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { meeting, party as partyTable } from '../../db/schema/index.ts';
import type { LocalDate } from '../../policies/charter/calendar.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';

/** An interview with one party, recorded for the mediators; or a plenary, recorded where everybody reads it (Ch 9 [C]). */
export type Meeting = ({ kind: 'interview'; party: string } | { kind: 'plenary' }) & { heldOn: LocalDate; text: string };

/**
 * A delegate records a meeting that was held. Its text lies in `workspace` for an interview, in `room` for a plenary.
 * @throws Problem `not-found`, `wrong-state` (also for a plenary before the room is open), `invalid-body`
 */
export async function recordMeeting(core: Core, session: Session, caseId: string, given: Meeting): Promise<{ meeting: string; recordedAt: string }> {
  const place = { kind: given.kind === 'interview' ? 'workspace' : 'room' } as const;
  const partyId = given.kind === 'interview' ? given.party : null;

  return performDeed(core, session, caseId, {
    act: 'record-meeting',
    writesOnly: true,
    creates: (view) => (place.kind === 'workspace' && !compartmentOf(view, 'workspace') ? [place] : []),
    change: async ({ tx, view, now, write }) => {
      if (place.kind === 'room' && !compartmentOf(view, 'room')) throw new Problem('wrong-state');
      if (given.heldOn > tomorrow(now)) throw new Problem('invalid-body', { errors: [{ field: 'heldOn', message: 'Indiquez le jour où la rencontre a eu lieu.' }] });
      if (partyId !== null) {
        const [known] = await tx.select({ id: partyTable.id }).from(partyTable).where(and(eq(partyTable.id, partyId), eq(partyTable.caseId, caseId)));
        if (!known) throw new Problem('invalid-body', { errors: [{ field: 'party', message: 'Choisissez une partie de ce dossier.' }] });
      }

      const row = { id: randomUUID(), caseId, kind: given.kind, partyId, heldOn: given.heldOn, itemId: await write(place, given.kind, given.text), recordedBy: session.person, recordedAt: now };
      await tx.insert(meeting).values(row);

      return { meeting: row.id, recordedAt: now.toISOString() };
    },
  });
}

/** It may already be the next day where the meeting was held. */
function tomorrow(now: Date): LocalDate {
  return new Date(now.getTime() + 14 * 3600 * 1000).toISOString().slice(0, 10);
}
