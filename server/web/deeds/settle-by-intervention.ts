import { interventions } from '../../../policies/charter/reasons.ts';
import { settleByIntervention } from '../../mediation/settle-by-intervention.ts';
import { choice, longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const words = fr.turns;

export const settleByInterventionPage = deedPage({
  act: 'settle-by-intervention',
  slug: 'reglee-sans-mediation',
  words: fr.deeds.words['settle-by-intervention'],
  isChecked: true,
  starts: ({ facts }) => ({ letter: words.letters.intervention(facts.reference) }),
  asks: () => ({
    intervention: choice({ ...words.asks.intervention, options: interventions.map((value) => ({ value, label: words.interventions[value] })) }),
    letter: longText({ ...words.asks.letterToRequester, limit: 20_000, rows: 12 }),
  }),
  perform: ({ core, session, caseId }, given) => settleByIntervention(core, session, caseId, given),
});
