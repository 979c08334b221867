import { endWithoutResult } from '../../mediation/end-without-result.ts';
import { agreement } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const endWithoutResultPage = deedPage({
  act: 'end-without-result',
  slug: 'fin-sans-resultat',
  words: fr.deeds.words['end-without-result'],
  asks: () => ({ forGood: agreement(fr.deeds.localAsks.ending) }),
  perform: ({ core, session, caseId }) => endWithoutResult(core, session, caseId),
});
