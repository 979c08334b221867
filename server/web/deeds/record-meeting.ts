import { recordMeeting } from '../../mediation/record-meeting.ts';
import type { About } from '../about.ts';
import { choice, localDay, longText, several, type Ask } from '../asks.tsx';
import { companionOptions, companionsOf } from '../companions.ts';
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
      ...(await attending(about)),
      text: longText({ ...fr.deeds.asks.interview, limit }),
    };
  },
  perform: ({ core, session, caseId }, { party, heldOn, text, ...answers }) => recordMeeting(core, session, caseId, { kind: 'interview', party, heldOn, text, ...companionsIn(answers) }),
});

/** Its account lies in the room, which must be open. */
export const recordPlenaryPage = deedPage({
  act: 'record-meeting',
  slug: 'reunion-pleniere',
  words: fr.deeds.words['record-plenary'],
  isFor: (about) => isRoomOpen(about),
  asks: async (about) => ({ heldOn: localDay(fr.deeds.asks.heldOn), ...(await attending(about)), text: longText({ ...fr.deeds.asks.plenary, limit }) }),
  perform: ({ core, session, caseId }, { heldOn, text, ...answers }) => recordMeeting(core, session, caseId, { kind: 'plenary', heldOn, text, ...companionsIn(answers) }),
});

/** For a delegate, who reads the room as soon as there is one. */
export function isRoomOpen({ facts }: Pick<About, 'facts'>): boolean {
  return facts.readable.some(({ kind }) => kind === 'room');
}

/** Asked when somebody may enter: no companion does without their commitment. */
async function attending(about: About): Promise<{ companions?: Ask<string[]> }> {
  const committed = (await companionsOf(about)).filter(({ committedOn }) => committedOn !== null);

  return committed.length > 0 ? { companions: several({ ...fr.turns.asks.attending, options: await companionOptions(about, committed), least: 0 }) } : {};
}

function companionsIn(answers: object): { companions?: string[] } {
  return 'companions' in answers && Array.isArray(answers.companions) ? { companions: answers.companions } : {};
}
