import { recordMeeting } from '../../mediation/record-meeting.ts';
import type { About } from '../about.ts';
import { choice, localDay, longText } from '../asks.tsx';
import { identitiesOf, partyName } from '../case-reading.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const limit = 12_000;

export const recordInterviewPage = deedPage({
  act: 'record-meeting',
  slug: 'entretien',
  words: fr.deeds.words['record-interview'],
  asks: async (about) => {
    const identities = await identitiesOf(about);

    return {
      party: choice({ ...fr.deeds.asks.met, options: about.facts.parties.map(({ party }) => ({ value: party, label: partyName(about, party, identities) })) }),
      heldOn: localDay(fr.deeds.asks.heldOn),
      text: longText({ ...fr.deeds.asks.interview, limit }),
    };
  },
  perform: ({ core, session, caseId }, answers) => recordMeeting(core, session, caseId, { kind: 'interview', ...answers }),
});

/** Its account lies in the room, which must be open. */
export const recordPlenaryPage = deedPage({
  act: 'record-meeting',
  slug: 'reunion-pleniere',
  words: fr.deeds.words['record-plenary'],
  isFor: (about) => isRoomOpen(about),
  asks: () => ({ heldOn: localDay(fr.deeds.asks.heldOn), text: longText({ ...fr.deeds.asks.plenary, limit }) }),
  perform: ({ core, session, caseId }, answers) => recordMeeting(core, session, caseId, { kind: 'plenary', ...answers }),
});

/** For a delegate, who reads the room as soon as there is one. */
export function isRoomOpen({ facts }: Pick<About, 'facts'>): boolean {
  return facts.readable.some(({ kind }) => kind === 'room');
}
