import { writeSummary } from '../../mediation/write-summary.ts';
import { longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const writeSummaryPage = deedPage({
  act: 'write-summary',
  slug: 'resume',
  words: fr.deeds.words['write-summary'],
  asks: () => ({ text: longText({ ...fr.deeds.asks.summary, limit: 20_000, rows: 14 }) }),
  perform: ({ core, session, caseId }, { text }) => writeSummary(core, session, caseId, text),
});
