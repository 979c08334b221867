import { decideToOpen } from '../../mediation/decide-to-open.ts';
import { longText, yesNo } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { advicesRecalled } from './advices-recalled.tsx';

export const decideToOpenPage = deedPage({
  act: 'decide-to-open',
  slug: 'ouverture',
  words: fr.deeds.words['decide-to-open'],
  isChecked: true,
  recall: advicesRecalled,
  starts: ({ facts }) => ({ letter: fr.deeds.models.opening(facts.reference) }),
  asks: () => ({
    followsAdvice: yesNo(fr.deeds.asks.followsAdvice),
    reasons: longText({ ...fr.deeds.asks.reasonsToCommittee, limit: 6_000 }),
    letter: longText({ ...fr.deeds.asks.decisionLetter, limit: 8_000, rows: 12 }),
  }),
  perform: ({ core, session, caseId }, decision) => decideToOpen(core, session, caseId, decision),
});
