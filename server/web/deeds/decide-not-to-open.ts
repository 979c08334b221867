import { notOpenedReasons } from '../../../policies/charter/reasons.ts';
import { decideNotToOpen } from '../../mediation/decide-not-to-open.ts';
import { choice, longText, yesNo } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { advicesRecalled } from './advices-recalled.tsx';

export const decideNotToOpenPage = deedPage({
  act: 'decide-not-to-open',
  slug: 'non-ouverture',
  words: fr.deeds.words['decide-not-to-open'],
  isChecked: true,
  recall: advicesRecalled,
  starts: ({ facts }) => ({ letter: fr.deeds.models.notOpening(facts.reference) }),
  asks: () => ({
    reason: choice({ ...fr.deeds.asks.reason, options: notOpenedReasons.map((value) => ({ value, label: fr.office.notOpened[value] })) }),
    followsAdvice: yesNo(fr.deeds.asks.followsAdvice),
    reasons: longText({ ...fr.deeds.asks.reasonsToCommittee, limit: 6_000 }),
    letter: longText({ ...fr.deeds.asks.decisionLetter, limit: 8_000, rows: 12 }),
  }),
  perform: ({ core, session, caseId }, decision) => decideNotToOpen(core, session, caseId, decision),
});
