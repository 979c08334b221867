import { refuse } from '../../mediation/refuse.ts';
import { Inset } from '../components/messages.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { askParty, isParty, partyIn } from './own-party.ts';

export const refusePage = deedPage({
  act: 'refuse',
  slug: 'refus',
  words: fr.deeds.words.refuse,
  isFor: isParty,
  asks: askParty,
  recall: ({ facts }) => (facts.tier === 'regional' ? <Inset text={fr.partyAsks.nationalAfterRefusal} /> : <></>),
  perform: ({ core, session, caseId }, answers) => refuse(core, session, caseId, partyIn(answers)),
});
