import { decideHeldNotice } from '../../mediation/decide-held-notice.ts';
import { listSubstitutes } from '../../mediation/list-substitutes.ts';
import { Problem } from '../../problems.ts';
import { isOneOf } from '../about.ts';
import { choice, longText } from '../asks.tsx';
import { deedPage } from '../deed-page.tsx';
import { fr } from '../words/fr.ts';
import { letterOptions } from './letter-options.ts';

/** One question for the decision and for who receives it instead, among those who may receive the letter chosen. */
export const decideHeldNoticePage = deedPage({
  act: 'decide-held-notice',
  slug: 'envoi-retenu',
  from: 'envois',
  words: fr.paper.deeds['decide-held-notice'],
  isFor: (about) => isOneOf(about, 'in-charge'),
  isChecked: true,
  starts: (_, { envoi = '' }) => ({ notice: envoi }),
  asks: async (about, { notice: chosen }) => {
    const words = fr.paper.asks;
    const options = await letterOptions(about, ({ state }) => state === 'held');
    if (options.length === 0) throw new Problem('not-found');
    const letter = options.find(({ value }) => value === chosen) ?? options[0];
    const substitutes = letter ? await listSubstitutes(about.core, about.session, about.caseId, letter.value) : [];
    const decisions = [
      { value: 'send' as const, label: words.decision.send },
      ...substitutes.map((value) => ({ value, label: words.decision.substitute(fr.office.functions[value]) })),
      { value: 'do-not-send' as const, label: words.decision.doNotSend },
    ];

    return { notice: choice({ ...words.held, options }), decision: choice({ label: words.decision.label, options: decisions }), reason: longText({ ...words.reason, limit: 4_000, rows: 4 }) };
  },
  perform: ({ core, session, caseId }, { notice, decision, reason }) => {
    const decided = decision === 'send' || decision === 'do-not-send' ? { decision, reason } : { decision: 'send-to-substitute' as const, substitute: decision, reason };

    return decideHeldNotice(core, session, caseId, notice, decided);
  },
});
