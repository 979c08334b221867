import { followUpOutcomes } from '../../../policies/charter/reasons.ts';
import { evaluate } from '../../mediation/evaluate.ts';
import { choice, optionalText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';

const looks = ['first', 'second', 'third'] as const;

export const evaluatePage = deedPage({
  act: 'evaluate',
  slug: 'evaluation',
  words: fr.deeds.words.evaluate,
  asks: () => ({
    after: choice({ label: fr.deeds.asks.look.label, options: looks.map((value) => ({ value, label: fr.deeds.asks.look.options[value] })) }),
    outcome: choice({ ...fr.deeds.asks.kept, options: followUpOutcomes.map((value) => ({ value, label: fr.office.followUps[value] })) }),
    text: optionalText({ ...fr.deeds.asks.evaluation, limit: 8_000 }),
  }),
  perform: ({ core, session, caseId }, { text, ...evaluation }) => evaluate(core, session, caseId, { ...evaluation, ...(text !== undefined && { text }) }),
});
