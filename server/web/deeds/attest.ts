import { attest } from '../../mediation/attest.ts';
import { agreement } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const attestPage = deedPage({
  act: 'attest',
  slug: 'attester',
  words: fr.deeds.words.attest,
  asks: () => ({ factsOnly: agreement(fr.deeds.localAsks.attesting) }),
  perform: ({ core, session, caseId }) => attest(core, session, caseId),
});
