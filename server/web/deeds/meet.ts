import { meet } from '../../mediation/meet.ts';
import { localDay, longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const meetPage = deedPage({
  act: 'meet',
  slug: 'rencontre',
  words: fr.deeds.words.meet,
  asks: () => ({ heldOn: localDay(fr.deeds.asks.heldOn), minutes: longText({ ...fr.deeds.localAsks.minutes, limit: 20_000, rows: 10 }) }),
  perform: ({ core, session, caseId }, meeting) => meet(core, session, caseId, meeting),
});
