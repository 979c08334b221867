import type { OrientationReason } from '../../policies/charter/reasons.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { compartmentOf, type CaseView } from './keys/view.ts';
import { meetDeadline } from './start-deadline.ts';

export type Orientation = { reason: OrientationReason; letter: string };

/**
 * The conciliator tells the requester, and nobody else, where their situation is for: human resources, occupational
 * health, the disciplinary route, the harassment line, the police (domain 9.3, LX [I]).
 */
export async function orient(core: Core, session: Session, caseId: string, { reason, letter }: Orientation): Promise<{ item: string }> {
  return performDeed(core, session, caseId, {
    act: 'orient',
    guards: async () => ({ 'reasons-given': letter.trim() !== '' }),
    creates: (view) => (compartmentOf(view, 'letters', requesterParty(view)) ? [] : [{ kind: 'letters', subject: requesterParty(view) }]),
    change: async ({ tx, view, now, write, move, note }) => {
      const itemId = await write({ kind: 'letters', subject: requesterParty(view) }, `orientation-${reason}`, letter);
      await move('redirected', { outcome: 'out_of_scope', closedAt: now });
      await meetDeadline(tx, caseId, 'local-proposal', now);
      note({ reason });

      return { item: itemId };
    },
  });
}

/** The party for whom the author of the request stands. */
function requesterParty({ standings }: CaseView): string {
  const requester = standings.find(({ standing }) => standing === 'requester')?.person;
  const party = standings.find(({ person, standing }) => standing === 'party' && person === requester)?.subject;
  if (!party) throw new RangeError('a local request has its author among its parties');

  return party;
}
