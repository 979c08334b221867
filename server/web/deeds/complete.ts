import { writeText } from '../../mediation/write-text.ts';
import { longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { messageLimit } from '../forms/choices.ts';
import { fr } from '../words/fr.ts';
import { askParty, isParty, ownParties, partyIn } from './own-party.ts';

export const completePage = deedPage({
  act: 'write',
  slug: 'complement',
  words: fr.deeds.words.complete,
  isFor: isParty,
  asks: (about) => ({ ...askParty(about), text: longText({ label: fr.partyAsks.addition, hint: fr.partyAsks.additionHint, limit: messageLimit, rows: 8 }) }),
  perform: (about, { text, ...answers }) =>
    writeText(about.core, about.session, about.caseId, { kind: 'account', subject: partyIn(answers).party ?? ownParties(about)[0] ?? null, as: 'message', text }),
});
