import { recordCommitment } from '../../mediation/record-commitment.ts';
import { choice, localDay } from '../asks.tsx';
import { companionOptions, companionsOf } from '../companions.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.turns.asks;

export const recordCommitmentPage = deedPage({
  act: 'record-commitment',
  slug: 'engagement-d-un-accompagnant',
  words: fr.deeds.words['record-commitment'],
  asks: async (about) => {
    const waiting = (await companionsOf(about)).filter(({ committedOn }) => committedOn === null);

    return { companion: choice({ ...words.companion, options: await companionOptions(about, waiting) }), committedOn: localDay(words.committedOn) };
  },
  perform: ({ core, session, caseId }, given) => recordCommitment(core, session, caseId, given),
});
