import { waiveChallenge } from '../../mediation/waive-challenge.ts';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

export const waiveChallengePage = deedPage({
  act: 'waive-challenge',
  slug: 'renonciation-a-recuser',
  words: fr.deeds.words['waive-challenge'],
  isFor: isParty,
  asks: askParty,
  perform: ({ core, session, caseId }, answers) => waiveChallenge(core, session, caseId, partyIn(answers)),
});
