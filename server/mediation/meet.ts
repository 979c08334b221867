import { randomUUID } from 'node:crypto';
import { meeting } from '../../db/schema/index.ts';
import { localDate, type LocalDate } from '../../policies/charter/calendar.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';
import { localScheme } from './local-scheme.ts';

/** `heldOn`: the local day of the establishment. */
export type Meeting = { heldOn: LocalDate; minutes: string };

/**
 * Records a meeting of a local conciliation; its minutes are shared with the parties, in the file that never travels
 * (domain 2.1: « a certain formalism »).
 */
export async function meet(core: Core, session: Session, caseId: string, { heldOn, minutes }: Meeting): Promise<{ meeting: string; item: string }> {
  return performDeed(core, session, caseId, {
    act: 'meet',
    creates: (view) => (compartmentOf(view, 'conciliation') ? [] : [{ kind: 'conciliation' }]),
    change: async ({ tx, view, now, write }) => {
      const { zone } = await localScheme(tx, view.row.officeId, now);
      if (heldOn > localDate(now, zone)) throw new Problem('invalid-body', { errors: [{ field: 'heldOn', message: 'Indiquez un jour passé, ou aujourd’hui.' }] });

      const id = randomUUID();
      const itemId = await write({ kind: 'conciliation' }, 'minutes', minutes);
      await tx.insert(meeting).values({ id, caseId, kind: 'conciliation', heldOn, itemId, recordedBy: session.person, recordedAt: now });

      return { meeting: id, item: itemId };
    },
  });
}
