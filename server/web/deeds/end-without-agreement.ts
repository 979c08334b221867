import { endReasons } from '../../../policies/charter/reasons.ts';
import { endWithoutAgreement } from '../../mediation/end-without-agreement.ts';
import { choice, longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

export const endWithoutAgreementPage = deedPage({
  act: 'end-without-agreement',
  slug: 'fin-sans-accord',
  words: fr.deeds.words['end-without-agreement'],
  isChecked: true,
  starts: ({ facts }) => ({ letter: fr.deeds.models.ending(facts.reference) }),
  asks: () => ({
    reason: choice({ ...fr.deeds.asks.endReason, options: endReasons.map((value) => ({ value, label: fr.office.endReasons[value] })) }),
    letter: longText({ ...fr.deeds.asks.endLetter, limit: 8_000, rows: 12 }),
  }),
  perform: ({ core, session, caseId }, end) => endWithoutAgreement(core, session, caseId, end),
});
