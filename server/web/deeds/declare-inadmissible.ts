import { inadmissibleReasons } from '../../../policies/charter/reasons.ts';
import { declareInadmissible } from '../../mediation/declare-inadmissible.ts';
import { choice, longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.turns;

export const declareInadmissiblePage = deedPage({
  act: 'declare-inadmissible',
  slug: 'irrecevabilite',
  words: fr.deeds.words['declare-inadmissible'],
  isChecked: true,
  starts: ({ facts }) => ({ letter: words.letters.inadmissible(facts.reference) }),
  asks: () => ({
    reason: choice({ ...words.asks.inadmissible, options: inadmissibleReasons.map((value) => ({ value, label: words.inadmissible[value] })) }),
    letter: longText({ ...words.asks.letterToRequester, limit: 20_000, rows: 12 }),
  }),
  perform: ({ core, session, caseId }, given) => declareInadmissible(core, session, caseId, given),
});
