import { randomUUID } from 'node:crypto';
import { companion } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { performDeed } from './deed.ts';
import { compartmentOf } from './keys/view.ts';
import { ownParty } from './own-party.ts';

/** `link`: who they are to the party, in their words. Both are sealed in the party's account. */
export type Companion = { name: string; link: string; party?: string };

/**
 * A party names somebody of their choice to go with them to interviews and plenaries (Ch 9 [C]). They enter once their
 * commitment to confidentiality is recorded [I]; they act for nobody and receive no document.
 * @throws Problem `not-found`, `wrong-state`
 */
export async function nameCompanion(core: Core, session: Session, caseId: string, { name, link, party: wanted }: Companion): Promise<{ companion: string; item: string }> {
  return performDeed(core, session, caseId, {
    act: 'name-companion',
    writesOnly: true,
    creates: (view) => {
      const subject = ownParty(view, session.person, wanted);

      return compartmentOf(view, 'account', subject) ? [] : [{ kind: 'account', subject }];
    },
    change: async ({ tx, view, now, write }) => {
      const partyId = ownParty(view, session.person, wanted);
      const itemId = await write({ kind: 'account', subject: partyId }, 'companion', JSON.stringify({ name, link }));
      const row = { id: randomUUID(), caseId, partyId, itemId, namedAt: now };
      await tx.insert(companion).values(row);

      return { companion: row.id, item: itemId };
    },
  });
}
